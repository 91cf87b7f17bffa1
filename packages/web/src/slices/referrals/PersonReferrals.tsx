/** Where a person was sent, on the page of their case: each with where it stands, and the way to write another. */
import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useT } from '../../i18n/useT.tsx'
import { useMay } from '../../shell/session.ts'
import { Card } from '../../ui/Card.tsx'
import { Said } from '../services/Said.tsx'
import { usePersonReferrals } from './api.ts'
import { Stand } from './ListPage.tsx'
import css from './referrals.module.css'

export function PersonReferrals({ personId }: { personId: string }) {
  const may = useMay()
  return may('referrals.make') ? <Readable personId={personId} /> : null
}

function Readable({ personId }: { personId: string }) {
  const t = useT()
  const body = usePersonReferrals(personId).data?.body
  if (!body || (body.rows.length === 0 && !body.mayMake)) return null
  return (
    <Card
      flush
      title={t('referrals.title')}
      count={body.rows.length}
      side={
        body.mayMake && (
          <Button variant="subtle" component={Link} to={`/referrals/new/${personId}`}>
            {t('referrals.new')}
          </Button>
        )
      }
    >
      {body.rows.length === 0 && <p className={css.none}>{t('referrals.none')}</p>}
      <ul className={css.line}>
        {body.rows.map(row => (
          <li key={row.id} className={css.row}>
            <div className={css.top}>
              <Link to={`/referrals/${row.id}`}>
                <Said text={row.service.name} />
              </Link>
              <Stand row={row} />
            </div>
            <div className="k-dim">
              <Said text={row.service.organisation} />
            </div>
          </li>
        ))}
      </ul>
    </Card>
  )
}
