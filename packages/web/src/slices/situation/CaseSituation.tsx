/** On the page of a case: what stands now in a line a section, and the way to all of it. */
import type { SituationSection } from '@kerege/contract/situation/kinds'
import { Link } from '@tanstack/react-router'
import { useFormat } from '../../i18n/useFormat.tsx'
import { useT } from '../../i18n/useT.tsx'
import { useMay } from '../../shell/session.ts'
import { Card } from '../../ui/Card.tsx'
import { Facts } from '../../ui/Facts.tsx'
import { useSituation } from './api.ts'
import { headOf } from './words.ts'

export function CaseSituation({ personId }: { personId: string }) {
  const may = useMay()
  return may('casework.read') ? <Readable personId={personId} /> : null
}

function Readable({ personId }: { personId: string }) {
  const t = useT()
  const format = useFormat()
  const body = useSituation(personId).data?.body
  if (!body || body.readable.length === 0) return null
  const now = body.rows.filter(row => row.state === 'open' && !row.parentId)
  const facts = body.readable.flatMap(section => {
    const its = now.filter(row => row.compartment === section).slice(0, 3)
    return its.length === 0
      ? []
      : [
          [
            t(`situation.section.${section as SituationSection}`), // the server answers these alone
            <bdi key={section}>{its.map(row => headOf(row, t, format)).join('; ')}</bdi>,
          ] as const,
        ]
  })
  return (
    <Card
      title={t('situation.title')}
      count={now.length}
      foot={<Link to={`/people/${personId}/situation`}>{t('situation.open')}</Link>}
    >
      {facts.length > 0 ? <Facts facts={facts} /> : <p className="k-dim">{t('situation.none')}</p>}
    </Card>
  )
}
