/** Decisions on the landing page: what is under silence or in the room waits for a look. */
import { listDecisions } from '@kerege/contract/council/decisionRoutes'
import { IconScale } from '@tabler/icons-react'
import { useGet } from '../../../api.ts'
import { useT } from '../../../i18n/useT.tsx'
import type { Needs } from '../../../shell/slice.ts'
import { Said } from '../parts/Said.tsx'
import { DecisionState } from './state.tsx'

export function useDecisionNeeds(): Needs {
  const t = useT()
  const silence = useGet(listDecisions, { query: { state: 'silence', limit: 20 } })
  const room = useGet(listDecisions, { query: { state: 'room', limit: 20 } })
  const rows = [...(silence.data?.body.rows ?? []), ...(room.data?.body.rows ?? [])]
  const count = silence.data?.body.rows.length ?? 0
  return {
    pending: silence.isPending || room.isPending,
    error: silence.error ?? room.error ?? undefined,
    mine: rows.map(row => ({
      id: `decision.${row.id}`,
      who: <Said text={row.title} />,
      state: <DecisionState decision={row} />,
      why: row.expiresAt
        ? t('council.until', {
            when: `${row.expiresAt.slice(8, 10)}.${row.expiresAt.slice(5, 7)}, ${row.expiresAt.slice(11, 16)} UTC`,
          })
        : t('council.inRoom'),
      since: row.updatedAt,
      act: { href: `/decisions/${row.id}`, label: t('council.look') },
    })),
    others: [],
    tallies: [
      {
        id: 'council.silence',
        count,
        label: t('council.decision.silence'),
        icon: IconScale,
        href: '/decisions?state=silence',
        ...(count > 0 ? { tone: 'wait' as const } : {}),
      },
    ],
  }
}
