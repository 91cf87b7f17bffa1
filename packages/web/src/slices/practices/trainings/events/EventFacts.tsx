/** Facts of a training, and how its places stand by state. */
import type { Event } from '@kerege/contract/practices/trainings/events/schema'
import { Link } from '@tanstack/react-router'
import { useFormat } from '../../../../i18n/useFormat.tsx'
import { useT } from '../../../../i18n/useT.tsx'
import { Card } from '../../../../ui/Card.tsx'
import { useDomainsText } from '../../../../ui/domains/words.ts'
import { Facts } from '../../../../ui/Facts.tsx'
import { Said } from '../../../council/parts/Said.tsx'
import { AgencyLabel } from '../parts/AgencyLabel.tsx'
import { languagesText, useProfessionsText } from '../parts/words.ts'

export function EventFacts({ event }: { event: Event }) {
  const t = useT()
  const format = useFormat()
  const domainsText = useDomainsText()
  const professionsText = useProfessionsText()
  const { room, curriculum, wish, courseUrl } = event
  return (
    <>
      <Card title={t('trainings.facts')}>
        <Facts
          facts={[
            [t('trainings.heldBy'), <AgencyLabel key="agency" agency={event.agency} />],
            [t('trainings.forWhom'), professionsText(event.professions)],
            [t('domains.title'), domainsText(event.domains)],
            [t('trainings.languages'), languagesText(event.languages, format)],
            [t('trainings.registerUntil'), format.date(event.registerUntil)],
            [t('trainings.places'), t('trainings.placesOf', { held: event.held, places: event.places })],
            [t('trainings.hours'), format.number(event.hours, Number.isInteger(event.hours) ? 0 : 2)],
            [t('trainings.share'), t('trainings.shareOf', { share: event.share })],
            ...(curriculum
              ? [
                  [
                    t('trainings.curriculum'),
                    <Link key="curriculum" to={`/trainings/catalogue/${curriculum.id}`}>
                      <Said text={curriculum.title} />
                    </Link>,
                  ] as const,
                ]
              : []),
            ...(wish
              ? [
                  [
                    t('trainings.wish'),
                    <Link key="wish" to={`/trainings/board/${wish.id}`}>
                      <Said text={wish.title} />
                    </Link>,
                  ] as const,
                ]
              : []),
            ...(courseUrl
              ? [
                  [
                    t('trainings.course'),
                    <a key="course" href={courseUrl} rel="noreferrer" target="_blank">
                      {new URL(courseUrl).hostname}
                    </a>,
                  ] as const,
                ]
              : []),
          ]}
        />
      </Card>
      {room && (room.venue || room.url) && (
        <Card title={t('trainings.room')} note={t('trainings.roomNote')}>
          {room.venue && <p>{room.venue}</p>}
          {room.url && (
            <a href={room.url} rel="noreferrer" target="_blank">
              {t('trainings.callIn')}
            </a>
          )}
        </Card>
      )}
      {event.placesOf.length > 0 && (
        <Card title={t('trainings.placesByState')}>
          <Facts
            facts={event.placesOf.map(one => [
              one.country ? format.country(one.country) : t('trainings.noState'),
              [
                one.kept === undefined
                  ? t('trainings.placesHeld', { n: one.held })
                  : t('trainings.placesOf', { held: one.held, places: one.kept }),
                ...(one.waiting > 0 ? [t('trainings.waitingN', { n: one.waiting })] : []),
              ].join(', '),
            ])}
          />
        </Card>
      )}
    </>
  )
}
