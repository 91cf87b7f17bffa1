/** Two people changed the same field: both values, who and when. A person chooses per field; nobody wins silently. */
import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useT } from '../i18n/useT.tsx'
import css from './ConflictTable.module.css'

export interface Side {
  value: ReactNode
  /** "you, today 10:12" */
  when: ReactNode
}
export interface Conflict {
  id: string
  field: string
  mine: Side
  theirs: Side
}

interface Props {
  conflicts: readonly Conflict[]
  chosen: Readonly<Record<string, 'mine' | 'theirs'>>
  onChoose: (id: string, side: 'mine' | 'theirs') => void
}

export function ConflictTable({ conflicts, chosen, onChoose }: Props) {
  const t = useT()
  return (
    <table className={css.table}>
      <caption className="k-hidden">{t('ui.conflict.caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('ui.conflict.value')}</th>
          <th scope="col">{t('ui.conflict.when')}</th>
          <th scope="col">
            <span className="k-hidden">{t('ui.conflict.choice')}</span>
          </th>
        </tr>
      </thead>
      {conflicts.map(conflict => (
        <tbody key={conflict.id}>
          <tr className={css.field}>
            <th scope="rowgroup" colSpan={3}>
              {conflict.field}
            </th>
          </tr>
          {(['mine', 'theirs'] as const).map(side => (
            <tr key={side}>
              <td className={css.value}>{conflict[side].value}</td>
              <td className="k-dim">{conflict[side].when}</td>
              <td>
                <Button
                  variant="default"
                  aria-pressed={chosen[conflict.id] === side}
                  onClick={() => onChoose(conflict.id, side)}
                >
                  {t(chosen[conflict.id] === side ? 'ui.conflict.kept' : 'ui.conflict.keep')}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  )
}
