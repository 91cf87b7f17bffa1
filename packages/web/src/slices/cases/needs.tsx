/** Cases on the landing page: given to me and not begun, or, for who gives them out, without a worker. */
import { listCases } from '@kerege/contract/cases/routes'
import type { CaseRow } from '@kerege/contract/cases/schema'
import { IconFolderQuestion, IconFolderPlus } from '@tabler/icons-react'
import { useGet } from '../../api.ts'
import { useT } from '../../i18n/useT.tsx'
import type { Needs, Tally } from '../../shell/slice.ts'
import { StatePill } from '../../ui/StatePill.tsx'
import { useGives, useSummary } from './api.ts'
import { stateKind } from './words.ts'

/** As many as one looks through at once; the number on top counts the rest. */
const most = 10

export function useCaseNeeds(): Needs {
  const t = useT()
  const gives = useGives()
  const query = useGet(listCases, {
    query: gives ? { of: 'unassigned', limit: most } : { of: 'mine', state: 'arrived', limit: most },
  })
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
  const need = (row: CaseRow) => ({
    id: `case.${row.id}`,
    who: <bdi>{row.person}</bdi>,
    state: <StatePill kind={stateKind(row)}>{t(`cases.state.${row.state}`)}</StatePill>,
    why: t(gives ? 'cases.need.unassigned' : 'cases.need.given'),
    act: { href: `/cases/${row.id}`, label: t('cases.openOne') },
    since: row.since,
  })
  return {
    pending: query.isPending || summary.isPending,
    error: query.error ?? summary.error ?? undefined,
    mine: (query.data?.body.rows ?? []).map(need),
    others: [],
    tallies,
  }
}
