/** Families that two people agreed to divide for a time: why, until when, and who answers for it. */
import type { Readiness } from '@kerege/contract/repatriation/operations/preparing'
import type { Operation } from '@kerege/contract/repatriation/operations/schema'
import { useFormat } from '../../../../i18n/useFormat.tsx'
import { useT } from '../../../../i18n/useT.tsx'
import { Card } from '../../../../ui/Card.tsx'
import { usePeople } from '../api.ts'
import css from '../operations.module.css'

export function Agreed({ operation, ready }: { operation: Operation; ready: Readiness }) {
  const t = useT()
  const format = useFormat()
  const families = usePeople(operation.id).data?.body.families ?? []
  if (ready.agreed.length === 0) return null
  return (
    <Card title={t('operations.agreed')} flush>
      <ul className={css.rows}>
        {ready.agreed.map(one => (
          <li key={one.id}>
            <div className={css.words}>
              <strong>
                <bdi>
                  {families.find(family => family.id === one.familyId)?.name ?? t('operations.family')}
                </bdi>
              </strong>
              {one.reason && <p dir="auto">{one.reason}</p>}
              <p className="k-dim k-small">
                {[
                  t('operations.untilDay', { day: format.date(one.endsAt, 'exact') }),
                  one.askedBy.name,
                  ...(one.agreedBy ? [one.agreedBy.name] : []),
                ].join(' · ')}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </Card>
  )
}
