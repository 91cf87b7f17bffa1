/** One thing that waits: who, in what state, why, and one button. Only the first is filled. */
import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { linkTo } from '../ui/address.ts'
import type { Need } from './slice.ts'
import css from './today.module.css'

export function NeedRow({ need, first }: { need: Need; first: boolean }) {
  const { who, state, why, act } = need
  return (
    <li className={css.need}>
      <div className={css.words}>
        <div className={css.who}>
          <strong>{who}</strong>
          {!act ? null : state}
        </div>
        <div className={css.why}>{why}</div>
      </div>
      {act ? (
        <Button
          component={Link}
          {...linkTo(act.href)}
          variant={first ? 'filled' : 'default'}
          className={css.act ?? ''}
        >
          {act.label}
        </Button>
      ) : (
        state
      )}
    </li>
  )
}
