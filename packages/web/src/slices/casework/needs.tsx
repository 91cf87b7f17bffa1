/** Casework on the landing page: a closing that was sent back, and what stands in a family's way for too long. */
import { caseworkToday } from '@kerege/contract/casework/today'
import type { ObstacleRow } from '@kerege/contract/casework/obstacles'
import { IconArrowBackUp, IconBarrierBlock, IconCalendarWeek } from '@tabler/icons-react'
import { useGet } from '../../api.ts'
import { useFormat } from '../../i18n/useFormat.tsx'
import { useT } from '../../i18n/useT.tsx'
import type { Need, Needs, Tally } from '../../shell/slice.ts'
import { StatePill } from '../../ui/StatePill.tsx'
import { deskText, stateOf } from './obstacles/words.ts'

export function useCaseworkNeeds(): Needs {
  const t = useT()
  const { today } = useFormat()
  const query = useGet(caseworkToday, {})
  const body = query.data?.body
  const rows = body?.obstacles ?? []
  // Who leads is asked only for what was carried to them.
  const carried = (row: ObstacleRow) =>
    body?.of === 'mine' || row.carriedTo === (body?.of === 'all' ? 'coordinator' : 'supervisor')
  const tallies: Tally[] = []
  if (body && body.back.length > 0) {
    tallies.push({
      id: 'casework.back',
      count: body.back.length,
      label: t('casework.back'),
      icon: IconArrowBackUp,
      href: '/cases?of=mine&back=yes',
      tone: 'wait',
    })
  }
  if (body && body.late > 0) {
    tallies.push({
      id: 'casework.late',
      count: body.late,
      label: t('casework.tally.late'),
      icon: IconBarrierBlock,
      href: `/obstacles?of=${body.of}&late=yes`,
      tone: 'stop',
    })
  }
  const back = (body?.back ?? []).map(
    (one): Need => ({
      id: `back.${one.caseId}`,
      who: <bdi>{one.person}</bdi>,
      state: <StatePill kind="wait">{t('casework.back')}</StatePill>,
      why: one.by
        ? t('casework.back.why', { name: one.by.name, words: one.reason ?? '' })
        : (one.reason ?? ''),
      act: { href: `/cases/${one.caseId}`, label: t('cases.openOne') },
      since: one.at,
    }),
  )
  const now = new Date().toISOString()
  const planned = (body?.visits ?? []).filter(one => one.state === 'planned')
  if (body && body.visits.length > 0) {
    tallies.push({
      id: 'casework.visits',
      count: body.visits.length,
      label: t('visits.tally'),
      icon: IconCalendarWeek,
      href: `/calendar?of=mine&from=${today}&to=${today}`,
      tone: 'wait',
    })
  }
  const visits = planned.map(
    (one): Need => ({
      id: `visit.${one.id}`,
      who: <bdi>{one.person}</bdi>,
      state: (
        <StatePill kind={one.startsAt <= now ? 'wait' : 'info'}>
          {one.startsAt <= now ? t('visits.askHow') : one.time}
        </StatePill>
      ),
      why: [t(`visits.kind.${one.kind}`), one.withWhom, one.place].filter(Boolean).join(' · '),
      act: { href: `/calendar?of=mine&from=${today}&to=${today}`, label: t('visits.open') },
      since: one.startsAt,
    }),
  )
  const waits = rows.filter(carried).map((row): Need => {
    const { kind, text } = stateOf(row, today, t)
    return {
      id: `obstacle.${row.id}`,
      who: <bdi>{row.household ?? row.person}</bdi>,
      state: <StatePill kind={kind}>{text}</StatePill>,
      why: t('casework.need.obstacle', {
        what: t(`casework.obstacles.kind.${row.kind}`),
        desk: deskText(row, t),
      }),
      act: { href: `/obstacles/${row.id}`, label: t('casework.obstacles.openOne') },
      since: row.since,
    }
  })
  return {
    pending: query.isPending,
    error: query.error ?? undefined,
    mine: [...back, ...visits, ...waits],
    others: [],
    tallies,
  }
}
