/** Openings in an emergency on the landing page of who reviews them. */
import { IconBolt } from '@tabler/icons-react'
import { useT } from '../../i18n/useT.tsx'
import type { Need, Needs } from '../../shell/slice.ts'
import { useWaitingOpenings } from './api.ts'
import { OpeningState } from './OpeningState.tsx'

export function useGlassNeeds(): Needs {
  const t = useT()
  const query = useWaitingOpenings()
  const rows = (query.data?.body.rows ?? []).filter(row => row.mayReview)
  const late = rows.filter(row => row.state === 'late').length
  return {
    pending: query.isPending,
    error: query.error ?? undefined,
    mine: rows.map(
      (row): Need => ({
        id: `glass.${row.id}`,
        who: row.by.name,
        state: <OpeningState row={row} />,
        why: t('glass.openThis'),
        act: { href: `/glass/${row.id}`, label: t('glass.review') },
        since: row.openedAt,
      }),
    ),
    others: [],
    tallies:
      late > 0
        ? [
            {
              id: 'glass.late',
              count: late,
              label: t('glass.needs'),
              icon: IconBolt,
              href: '/glass',
              tone: 'stop',
            },
          ]
        : [],
  }
}
