/** The case of a person, as one line on their page: where it stands and with whom, or the way to open one. */
import { isOver } from '@kerege/contract/cases/states'
import { Button } from '@mantine/core'
import { IconFolder } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useT } from '../../i18n/useT.tsx'
import { useMay } from '../../shell/session.ts'
import { usePersonCases } from './api.ts'
import css from './cases.module.css'
import { OpenDrawer } from './OpenDrawer.tsx'

export function PersonCase({ personId }: { personId: string }) {
  const t = useT()
  const may = useMay()
  const [opening, open] = useState(false)
  const query = usePersonCases(personId, may('cases.read'))
  const rows = query.data?.body.rows
  if (!rows) return null
  const one = rows.find(({ state }) => !isOver(state))
  if (!one && !may('cases.open')) return null
  const state = one && t(`cases.state.${one.state}`)
  return (
    <div className={css.line}>
      <IconFolder size={20} stroke={1.7} aria-hidden="true" />
      <span className={css.words}>
        {one && <strong>{t('cases.one', { number: one.number })}</strong>}{' '}
        {!one
          ? t('cases.line.none')
          : one.worker
            ? t('cases.line.with', { state: state ?? '', name: one.worker.name })
            : t('cases.line.nobody', { state: state ?? '' })}
      </span>
      {one ? (
        <Button variant="default" component={Link} to={`/cases/${one.id}`}>
          {t('cases.openOne')}
        </Button>
      ) : (
        <Button variant="default" onClick={() => open(true)}>
          {t('cases.open')}
        </Button>
      )}
      <OpenDrawer personId={personId} opened={opening} onClose={() => open(false)} />
    </div>
  )
}
