/** People abroad on the landing page: what waits for somebody, each number opening the list it counts. */
import { IconFileSearch, IconMessageQuestion, IconUserHeart, IconId } from '@tabler/icons-react'
import { useT } from '../../i18n/useT.tsx'
import type { Needs, Tally } from '../../shell/slice.ts'
import { useCounts } from './api.ts'

const icons = {
  ask: IconMessageQuestion,
  evidence: IconFileSearch,
  paper: IconId,
  consent: IconUserHeart,
} as const
const kinds = ['ask', 'consent', 'evidence', 'paper'] as const

export function useAbroadNeeds(): Needs {
  const t = useT()
  const counts = useCounts()
  const todo = counts.data?.body.todo
  const tallies: Tally[] = todo
    ? kinds.flatMap(kind =>
        todo[kind] === 0
          ? []
          : [
              {
                id: `abroad.${kind}`,
                count: todo[kind],
                label: t(`abroad.tally.${kind}`),
                icon: icons[kind],
                href: `/abroad?open=${kind}`,
                tone: 'wait' as const,
              },
            ],
      )
    : []
  return { pending: counts.isPending, error: counts.error ?? undefined, mine: [], others: [], tallies }
}
