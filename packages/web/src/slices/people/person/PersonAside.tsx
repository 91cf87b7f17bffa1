/** Beside every tab: what identifies the person, the family, and who works with them. */
import type { Person } from '@kerege/contract/people/schema'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { useMay } from '../../../shell/session.ts'
import { Card } from '../../../ui/Card.tsx'
import { Facts } from '../../../ui/Facts.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { CameFrom } from '../../fhir/CameFrom.tsx'
import { NotSameCard } from '../duplicates/NotSameCard.tsx'
import type { Section } from '../words.ts'
import { Beside } from './Beside.tsx'
import { inside } from './inside.ts'
import { Masked } from './Masked.tsx'
import { Members } from './Members.tsx'
import css from './person.module.css'
import { systemName } from './systemName.ts'

export function PersonAside({ person, here }: { person: Person; here: Section }) {
  const t = useT()
  const may = useMay()
  const household = person.kinship?.household
  return (
    <aside className="k-stack" aria-label={t('people.aside')}>
      {person.identity && here !== 'identity' && <IdentityCard person={person} />}
      {household && here !== 'kinship' && (
        <Card title={t('people.family')}>
          <Members household={household} self={person.id} />
        </Card>
      )}
      <Beside id={person.id} />
      <NotSameCard person={person} />
      {may('cases.read') && <CameFrom personId={person.id} />}
    </aside>
  )
}

function IdentityCard({ person }: { person: Person }) {
  const t = useT()
  const format = useFormat()
  const { contact, identity, journey } = person
  const phone = contact?.contacts.find(point => point.system === 'phone')
  const citizenships = (identity?.citizenships ?? []).map(({ country, standing }) =>
    country === 'XX'
      ? t('people.country.unknown')
      : t('people.withStanding', {
          country: format.country(country),
          standing: inside(t(`people.standing.${standing}`)),
        }),
  )
  const facts = [
    ...(contact ? [[t('people.birth'), format.birth(contact.birth)] as const] : []),
    ...(citizenships.length > 0 ? [[t('people.citizenship'), citizenships.join('; ')] as const] : []),
    ...(identity?.identifiers ?? [])
      .slice(0, 2)
      .map(
        ({ system, value }) =>
          [systemName(system, t), <Masked key={value} value={value} what={systemName(system, t)} />] as const,
      ),
    ...(phone ? [[t('people.contact.phone'), <bdi key="phone">{phone.value}</bdi>] as const] : []),
  ]
  return (
    <Card title={t('people.identity')}>
      <div className={css.narrow}>
        <Facts facts={facts} />
        {journey && <Notice kind="seal">{t('people.journey.closed')}</Notice>}
      </div>
    </Card>
  )
}
