/** What an adopted decision asks of whom, and how far that is. */
import { listActions } from '@kerege/contract/council/actionRoutes'
import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useGet } from '../../../api.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { useMay } from '../../../shell/session.ts'
import { Card } from '../../../ui/Card.tsx'
import css from '../council.module.css'
import { Said } from '../parts/Said.tsx'
import { Owner } from './ActionsPage.tsx'
import { MakeDrawer } from './MakeDrawer.tsx'
import { ActionState } from './state.tsx'

export function DecisionActions({ decisionId }: { decisionId: string }) {
  const t = useT()
  const format = useFormat()
  const may = useMay()('council.prepare')
  const [making, setMaking] = useState(false)
  const rows = useGet(listActions, { query: { decisionId, limit: 100 } }).data?.body.rows ?? []
  return (
    <Card
      flush
      title={t('council.actions')}
      side={
        may && (
          <Button variant="default" onClick={() => setMaking(true)}>
            {t('council.action.new')}
          </Button>
        )
      }
    >
      {rows.length === 0 && <p className={css.empty}>{t('council.actions.none')}</p>}
      <ul className={css.rows}>
        {rows.map(row => (
          <li key={row.id}>
            <div className={css.words}>
              <Link to={`/actions/${row.id}`}>
                <Said text={row.title} />
              </Link>
              <div className="k-dim k-small">
                <Owner row={row} /> · {format.date(row.due)}
              </div>
            </div>
            <ActionState action={row} />
          </li>
        ))}
      </ul>
      <MakeDrawer decisionId={decisionId} opened={making} onClose={() => setMaking(false)} />
    </Card>
  )
}
