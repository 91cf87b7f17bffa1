/** On the landing page: what comes today of courts, releases and letters. */
import { IconCalendarEvent } from '@tabler/icons-react'
import { useFormat } from '../../i18n/useFormat.tsx'
import { useT } from '../../i18n/useT.tsx'
import type { Need, Needs } from '../../shell/slice.ts'
import { StatePill } from '../../ui/StatePill.tsx'
import { useDaysAhead } from './api.ts'

export function useSituationNeeds(): Needs {
  const t = useT()
  const { today } = useFormat()
  const query = useDaysAhead('mine', today, today)
  const rows = query.data?.body.rows ?? []
  return {
    pending: query.isPending,
    error: query.error ?? undefined,
    mine: rows.map(
      (row): Need => ({
        id: `situation.${row.entryId}.${row.what}`,
        who: <bdi>{row.person}</bdi>,
        state: <StatePill kind="wait">{row.time ?? t('situation.tally')}</StatePill>,
        why: [t(`situation.ahead.${row.what}`), row.place].filter(Boolean).join(' · '),
        act: { href: `/people/${row.personId}/situation`, label: t('situation.open') },
        since: row.day,
      }),
    ),
    others: [],
    tallies:
      rows.length === 0
        ? []
        : [
            {
              id: 'situation.today',
              count: rows.length,
              label: t('situation.tally'),
              icon: IconCalendarEvent,
              href: `/calendar?of=mine&from=${today}&to=${today}`,
              tone: 'wait',
            },
          ],
  }
}
