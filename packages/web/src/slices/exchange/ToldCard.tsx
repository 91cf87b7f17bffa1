/** At the hub, beside a practice: what the nodes of member states have told of using it, the last word of each. */
import { toldOf } from '@kerege/contract/exchange/routes'
import type { Practice } from '@kerege/contract/practices/record/schema'
import { useGet } from '../../api.ts'
import { useFormat } from '../../i18n/useFormat.tsx'
import { useT } from '../../i18n/useT.tsx'
import { Card } from '../../ui/Card.tsx'
import css from './exchange.module.css'
import { UsedPill } from './words.tsx'

export function ToldCard({ practice }: { practice: Practice }) {
  const t = useT()
  const format = useFormat()
  const given = practice.audience === 'public' && practice.edition !== undefined
  const rows = useGet(toldOf, { params: { id: practice.id } }, { enabled: given }).data?.body.rows ?? []
  if (rows.length === 0) return null
  return (
    <Card title={t('exchange.toldTitle')}>
      <ul className={css.uses}>
        {rows.map(row => (
          <li key={row.party}>
            <strong>{format.country(row.party)}</strong> <UsedPill state={row.state} />
            {row.words && (
              <p dir="auto" lang={row.language} className={css.words}>
                {row.words}
              </p>
            )}
            <p className="k-dim k-small">{format.date(row.at, 'text')}</p>
          </li>
        ))}
      </ul>
    </Card>
  )
}
