/** Origin, under seal: place of birth and names as lists abroad wrote them. Never printed, never exported. */
import type { Person } from '@kerege/contract/people/schema'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Facts } from '../../../ui/Facts.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { NameList } from './NameList.tsx'

export function JourneyView({ person }: { person: Person }) {
  const t = useT()
  const format = useFormat()
  const { journey } = person
  if (!journey) return null
  const { birthPlace, names } = journey
  return (
    <>
      <Notice kind="seal" title={t('people.journey.title')}>
        {t('people.journey.sealed')}
      </Notice>
      <Card title={t('people.birthPlace')}>
        {birthPlace ? (
          <Facts
            facts={[
              [
                t('people.country'),
                birthPlace.country === 'XX'
                  ? t('people.country.unknown')
                  : format.country(birthPlace.country),
              ],
              ...(birthPlace.place
                ? [[t('people.place'), <bdi key="place">{birthPlace.place}</bdi>] as const]
                : []),
              [t('people.certainty'), t(`people.certainty.${birthPlace.certainty}`)],
            ]}
          />
        ) : (
          <p className="k-dim">{t('people.birthPlace.none')}</p>
        )}
      </Card>
      <NameList names={names} title={t('people.namesAbroad')} />
    </>
  )
}
