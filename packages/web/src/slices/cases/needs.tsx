/** Cases on the landing page: given to me and not begun, or, for who gives them out, without a worker. */
import { listCases } from '@kerege/contract/cases/routes'
import type { CaseRow } from '@kerege/contract/cases/schema'
import { IconCalendarDue, IconFolder, IconFolderPlus, IconFolderQuestion } from '@tabler/icons-react'
import { useGet } from '../../api.ts'
import { useT } from '../../i18n/useT.tsx'
import type { Need, Needs, Tally } from '../../shell/slice.ts'
import { StatePill } from '../../ui/StatePill.tsx'
import { useGives, useSummary } from './api.ts'
import { stateKind } from './words.ts'

/** As many as are read for it; the number on top counts all. */
const most = 50

/** Cases of one household together, in the order of the longest wait; a person without a household alone. */
function byFamily(rows: readonly CaseRow[]): CaseRow[][] {
  const families = new Map<string, CaseRow[]>()
  for (const row of rows) {
    const key = row.householdId ?? row.id
    families.set(key, [...(families.get(key) ?? []), row])
  }
  return [...families.values()]
}

export function useCaseNeeds(): Needs {
  const t = useT()
  const gives = useGives()
  const query = useGet(listCases, {
    query: gives ? { of: 'unassigned', limit: most } : { of: 'mine', state: 'arrived', limit: most },
  })
  const dueQuery = useGet(listCases, { query: { of: gives ? 'team' : 'mine', due: 'now', limit: most } })
  const summary = useSummary()
  const counts = summary.data?.body
  const tallies: Tally[] = !counts
    ? []
    : gives
      ? [
          {
            id: 'cases.unassigned',
            count: counts.unassigned,
            label: t('cases.tally.unassigned'),
            icon: IconFolderQuestion,
            href: '/cases?of=unassigned',
            tone: 'wait',
          },
        ]
      : [
          {
            id: 'cases.arrived',
            count: counts.arrived,
            label: t('cases.tally.arrived'),
            icon: IconFolderPlus,
            href: '/cases?of=mine&state=arrived',
            tone: 'wait',
          },
        ]
  const due = `/cases?of=${gives ? 'team' : 'mine'}&due=now`
  if (counts && counts.due > 0) {
    tallies.unshift({
      id: 'cases.due',
      count: counts.due,
      label: t('cases.tally.due'),
      icon: IconCalendarDue,
      href: due,
      tone: 'wait',
    })
  }
  for (const { state, count } of counts?.states ?? []) {
    // New ones are counted above already, and are the first thing to do.
    if (state === 'arrived') continue
    tallies.push({
      id: `cases.state.${state}`,
      count,
      label: t(`cases.state.${state}`),
      icon: IconFolder,
      href: `/cases?of=${gives ? 'team' : 'mine'}&state=${state}`,
    })
  }
  const why = t(gives ? 'cases.need.unassigned' : 'cases.need.given')
  const list = gives ? '/cases?of=unassigned' : '/cases?of=mine&state=arrived'
  const need = (family: readonly CaseRow[], said = why, all = list): Need[] => {
    const [first] = family
    if (!first) return []
    const alone = family.length === 1
    return [
      {
        id: `case.${first.id}`,
        who: <bdi>{alone ? first.person : first.household}</bdi>,
        state: <StatePill kind={stateKind(first)}>{t(`cases.state.${first.state}`)}</StatePill>,
        why: alone ? said : t('cases.need.family', { n: family.length, why: said }),
        act: alone
          ? { href: `/cases/${first.id}`, label: t('cases.openOne') }
          : { href: all, label: t('cases.openAll', { n: family.length }) },
        since: first.since,
      },
    ]
  }
  return {
    pending: query.isPending || summary.isPending || dueQuery.isPending,
    error: query.error ?? summary.error ?? dueQuery.error ?? undefined,
    mine: [
      ...byFamily(query.data?.body.rows ?? []).flatMap(family => need(family)),
      // A day that has come is the worker's; who leads sees it as a count.
      ...(gives ? [] : byFamily(dueQuery.data?.body.rows ?? [])).flatMap(family =>
        need(family, t('cases.need.due'), due),
      ),
    ],
    others: [],
    tallies,
  }
}
