/** Papers on the landing page: what keeps something closed for my people, and steps whose day has come. */
import { listPapers } from '@kerege/contract/people/papers/routes'
import type { PaperRow } from '@kerege/contract/people/papers/schema'
import { IconLockOpen } from '@tabler/icons-react'
import { useGet } from '../../api.ts'
import { useFormat } from '../../i18n/useFormat.tsx'
import { useT } from '../../i18n/useT.tsx'
import { useMay } from '../../shell/session.ts'
import type { Needs } from '../../shell/slice.ts'
import { StatePill } from '../../ui/StatePill.tsx'
import { inside } from '../people/person/inside.ts'
import { usePaperName, useSummary } from './api.ts'
import { handText, markable, shutPill } from './words.ts'

export function usePaperNeeds(): Needs {
  const t = useT()
  const format = useFormat()
  const may = useMay()
  const name = usePaperName()
  const own = useGet(listPapers, { query: { mine: 'true', limit: 100 } })
  const summary = useSummary()
  const counts = summary.data?.body
  const isDue = (row: PaperRow) => row.dueOn !== undefined && row.dueOn <= format.today
  const rows = (own.data?.body.rows ?? []).filter(row => row.blocks.length > 0 || isDue(row))
  const why = (row: PaperRow) => {
    const step = handText(row, t)
    return step ? t('papers.need.why', { paper: name(row), step: inside(step) }) : name(row)
  }
  const label = (row: PaperRow) => t(may('people.correct') && markable(row) ? 'papers.mark' : 'papers.open')
  return {
    pending: own.isPending || summary.isPending,
    error: own.error ?? summary.error ?? undefined,
    mine: rows.map(row => ({
      id: `paper.${row.id}`,
      who: <bdi>{row.person}</bdi>,
      state:
        row.blocks.length > 0 ? (
          <StatePill kind="stop">{shutPill(row, t)}</StatePill>
        ) : (
          <StatePill kind="wait">
            {t('papers.need.due', { day: format.date(row.dueOn ?? format.today) })}
          </StatePill>
        ),
      why: why(row),
      act: { href: `/papers/${row.id}`, label: label(row) },
      since: row.blocks.length > 0 ? row.waitingSince : (row.dueOn ?? row.waitingSince),
    })),
    others: [],
    tallies: counts
      ? [
          {
            id: 'papers.blocking',
            count: counts.blocking,
            label: t('papers.tally.blocking'),
            icon: IconLockOpen,
            href: '/papers?blocks=any&mine=true',
            tone: 'stop',
          },
        ]
      : [],
  }
}
