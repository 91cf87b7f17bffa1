/** Meetings on the landing page: what is near, what has no record yet, opinions that are asked of me, assessments that came back. */
import { meetingsToday } from '@kerege/contract/meetings/today'
import { IconScale, IconUsersGroup } from '@tabler/icons-react'
import { useGet } from '../../api.ts'
import { useFormat } from '../../i18n/useFormat.tsx'
import { useT } from '../../i18n/useT.tsx'
import type { Need, Needs, Tally } from '../../shell/slice.ts'
import { StatePill } from '../../ui/StatePill.tsx'

export function useMeetingNeeds(): Needs {
  const t = useT()
  const format = useFormat()
  const query = useGet(meetingsToday, {})
  const body = query.data?.body
  const tallies: Tally[] = []
  const near = body?.ahead.filter(one => one.day === format.today) ?? []
  if (near.length > 0) {
    tallies.push({
      id: 'meetings.today',
      count: near.length,
      label: t('meetings.tally.today'),
      icon: IconUsersGroup,
      href: '/conferences',
      tone: 'wait',
    })
  }
  if (body && body.opinions.length > 0) {
    const [first] = body.opinions
    tallies.push({
      id: 'meetings.opinions',
      count: body.opinions.length,
      label: t('meetings.tally.opinions'),
      icon: IconScale,
      href: `/best-interests/${first?.id}`,
      tone: 'wait',
    })
  }
  const ahead = (body?.ahead ?? []).map(
    (one): Need => ({
      id: `conference.${one.id}`,
      who: one.person ? <bdi>{one.person}</bdi> : t('meetings.conference'),
      state: (
        <StatePill kind="info">{one.day === format.today ? one.time : t('meetings.tomorrow')}</StatePill>
      ),
      why: [t('meetings.conference'), t(`meetings.way.${one.way}`), one.place].filter(Boolean).join(' · '),
      act: {
        href: one.caseId ? `/conferences/${one.id}` : '/conferences',
        label: t('meetings.open'),
      },
      since: one.startsAt,
    }),
  )
  const toRecord = (body?.toRecord ?? []).map(
    (one): Need => ({
      id: `record.${one.id}`,
      who: <bdi>{one.person ?? t('meetings.conference')}</bdi>,
      state: <StatePill kind="wait">{t('meetings.noRecord')}</StatePill>,
      why: t('meetings.noRecord.why', { day: format.date(one.day, 'text') }),
      act: { href: `/conferences/${one.id}`, label: t('meetings.record') },
      since: one.startsAt,
    }),
  )
  const opinions = (body?.opinions ?? []).map(
    (one): Need => ({
      id: `opinion.${one.id}`,
      who: t('interests.title'),
      state: <StatePill kind="wait">{t('interests.opinion.asked')}</StatePill>,
      why: t('interests.opinion.why', {
        what: t(`interests.question.${one.question}`),
        day: format.date(one.day, 'text'),
      }),
      act: { href: `/best-interests/${one.id}`, label: t('interests.opinion.open') },
      since: one.since,
    }),
  )
  const back = (body?.back ?? []).map(
    (one): Need => ({
      id: `interests.${one.id}`,
      who: <bdi>{one.person}</bdi>,
      state: <StatePill kind="wait">{t('interests.back')}</StatePill>,
      why: one.reason,
      act: { href: `/best-interests/${one.id}`, label: t('interests.open') },
      since: one.at,
    }),
  )
  return {
    pending: query.isPending,
    error: query.error ?? undefined,
    mine: [...opinions, ...back, ...toRecord, ...ahead],
    others: [],
    tallies,
  }
}
