/** The directory on the landing page: who waits for a confirmation, one's own that ends, one's state that asks, letters. */
import { countDirectory } from '@kerege/contract/practices/people/routes'
import { useGet } from '../../../api.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import type { Need, Needs } from '../../../shell/slice.ts'
import { StatePill } from '../../../ui/StatePill.tsx'

const useDirectoryCount = () => useGet(countDirectory, {})

export function useDirectoryNeeds(): Needs {
  const t = useT()
  const format = useFormat()
  const found = useDirectoryCount()
  const count = found.data?.body
  const mine: Need[] = []
  if (count && count.toConfirm > 0) {
    mine.push({
      id: 'practices.confirm',
      who: t('practices.people.title'),
      state: <StatePill kind="wait">{t('practices.people.toConfirm', { n: count.toConfirm })}</StatePill>,
      why: t('practices.people.toConfirmWhy'),
      since: count.since ?? format.today,
      act: { href: '/practitioners?waiting=true', label: t('practices.people.look') },
    })
  }
  if (count?.nominated) {
    const by = count.nominated.country
      ? format.country(count.nominated.country)
      : t('practices.people.council')
    mine.push({
      id: 'practices.nominated',
      who: t('practices.people.mine'),
      why: t('practices.people.nominated', { by }),
      since: count.nominated.at,
      act: { href: '/practitioners/mine', label: t('practices.people.look') },
    })
  }
  if (count && count.letters > 0) {
    mine.push({
      id: 'practices.letters',
      who: t('practices.people.letters'),
      why: t('practices.people.unread', { n: count.letters }),
      since: format.today,
      act: { href: '/letters', label: t('practices.people.read') },
    })
  }
  const others: Need[] = count?.mine
    ? [
        {
          id: 'practices.confirmation',
          who: t('practices.people.mine'),
          why: t('practices.people.endsOn', { day: format.date(count.mine.until) }),
          since: count.mine.until,
        },
      ]
    : []
  return { pending: found.isPending, error: found.error ?? undefined, mine, others, tallies: [] }
}
