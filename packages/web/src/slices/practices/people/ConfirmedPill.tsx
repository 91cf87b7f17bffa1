/** By which state somebody is confirmed, and until when. Who is not confirmed is no less: nothing is said of them. */
import type { Practitioner } from '@kerege/contract/practices/people/schema'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { StatePill } from '../../../ui/StatePill.tsx'

export function ConfirmedPill({ confirmed }: Pick<Practitioner, 'confirmed'>) {
  const t = useT()
  const format = useFormat()
  if (!confirmed) return null
  if (confirmed.standing === 'lapsed') {
    return <StatePill kind="mute">{t('practices.people.lapsed')}</StatePill>
  }
  const by = confirmed.country
    ? t('practices.people.confirmedBy', { state: format.country(confirmed.country) })
    : t('practices.people.confirmedByCouncil')
  return <StatePill kind={confirmed.standing === 'ending' ? 'wait' : 'ok'}>{by}</StatePill>
}
