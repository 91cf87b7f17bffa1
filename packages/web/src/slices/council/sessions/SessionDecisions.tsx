/** Decisions of a session, each with its state. */
import { listDecisions } from '@kerege/contract/council/decisionRoutes'
import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useGet } from '../../../api.ts'
import { useT } from '../../../i18n/useT.tsx'
import { useMay } from '../../../shell/session.ts'
import { Card } from '../../../ui/Card.tsx'
import css from '../council.module.css'
import { DecisionState } from '../decisions/state.tsx'
import { Said } from '../parts/Said.tsx'

export function SessionDecisions({ sessionId }: { sessionId: string }) {
  const t = useT()
  const may = useMay()
  const rows = useGet(listDecisions, { query: { sessionId, limit: 50 } }).data?.body.rows ?? []
  if (rows.length === 0 && !may('council.prepare')) return null
  return (
    <Card
      flush
      title={t('council.decisions')}
      side={
        may('council.prepare') && (
          <Button
            variant="default"
            component={Link}
            to="/decisions/new"
            search={{ session: sessionId } as never}
          >
            {t('council.decision.new')}
          </Button>
        )
      }
    >
      {rows.length === 0 && <p className={css.empty}>{t('council.decisions.none')}</p>}
      <ul className={css.rows}>
        {rows.map(row => (
          <li key={row.id}>
            <div className={css.words}>
              <Link to={`/decisions/${row.id}`}>
                <Said text={row.title} />
              </Link>
              {row.symbol && <div className="k-dim k-small">{row.symbol}</div>}
            </div>
            <DecisionState decision={row} />
          </li>
        ))}
      </ul>
    </Card>
  )
}
