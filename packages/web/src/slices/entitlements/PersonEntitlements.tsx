/** On the page of a case: what waits for an office, and the way to the whole check-list. */
import { waits } from '@kerege/contract/entitlements/rules'
import type { CheckRow } from '@kerege/contract/entitlements/schema'
import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useFormat } from '../../i18n/useFormat.tsx'
import { useT } from '../../i18n/useT.tsx'
import { useMay } from '../../shell/session.ts'
import { Card } from '../../ui/Card.tsx'
import { StatePill } from '../../ui/StatePill.tsx'
import { useCheckList } from './api.ts'
import css from './entitlements.module.css'
import { isOpen, standOf } from './words.ts'

export function PersonEntitlements({ personId }: { personId: string }) {
  const may = useMay()
  return may('cases.read') ? <Readable personId={personId} /> : null
}

function Readable({ personId }: { personId: string }) {
  const t = useT()
  const format = useFormat()
  const body = useCheckList(personId).data?.body
  if (!body?.open || body.rows.length === 0) return null
  const { rows } = body
  const open = rows.filter(isOpen)
  const count = (test: (row: CheckRow) => boolean) => rows.filter(test).length
  return (
    <Card
      flush
      title={t('entitlements.title')}
      count={open.length}
      side={
        <Button variant="subtle" component={Link} to={`/entitlements/of/${personId}`}>
          {t('entitlements.open')}
        </Button>
      }
    >
      {open.length === 0 && <p className={css.none}>{t('entitlements.none')}</p>}
      <ul className={css.list}>
        {open.map(row => {
          const stand = row.claim && standOf(row.claim, format.today, t)
          return (
            <li key={row.code} className={css.row}>
              <div className={css.top}>
                <span>{format.text(row.title).text}</span>
                {stand && <StatePill kind={stand.kind}>{stand.text}</StatePill>}
              </div>
              {row.claim?.nextOn && (
                <div className="k-dim k-small">
                  {t('entitlements.nextOn', { day: format.date(row.claim.nextOn, 'text') })}
                </div>
              )}
            </li>
          )
        })}
      </ul>
      <p className={`${css.foot} k-dim k-small`}>
        {t('entitlements.counts', {
          given: count(({ claim }) => claim?.state === 'given'),
          waiting: count(({ claim }) => claim !== undefined && waits(claim.state)),
          look: count(({ claim, fits }) => claim === undefined && fits),
        })}
      </p>
    </Card>
  )
}
