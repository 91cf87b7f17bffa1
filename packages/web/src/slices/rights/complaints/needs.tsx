/** Complaints on the landing page: those that nobody acknowledged, and those whose term ends. */
import type { ComplaintRow } from '@kerege/contract/rights/complaints'
import { addDays } from '@kerege/contract/tasks/rules'
import { IconMessageReport } from '@tabler/icons-react'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import type { Need, Needs } from '../../../shell/slice.ts'
import { useOpenComplaints } from './api.ts'
import { ComplaintState } from './ComplaintState.tsx'

/** A term is near so many days before its end. */
const nearDays = 7

export function useComplaintNeeds(): Needs {
  const t = useT()
  const format = useFormat()
  const query = useOpenComplaints()
  const asks = (row: ComplaintRow) =>
    row.state === 'received' ||
    row.state === 'appealed' ||
    (row.state !== 'answered' && row.due !== undefined && row.due <= addDays(format.today, nearDays))
  const rows = (query.data?.body.rows ?? []).filter(asks)
  const late = rows.filter(row => row.late).length
  return {
    pending: query.isPending,
    error: query.error ?? undefined,
    mine: rows.map(
      (row): Need => ({
        id: `complaint.${row.id}`,
        who: t(`complaints.kind.${row.kind}`),
        state: <ComplaintState row={row} />,
        why: row.due ? t('complaints.dueOn', { day: format.date(row.due) }) : '',
        act: { href: `/complaints/${row.id}`, label: t('complaints.open') },
        since: row.receivedOn,
      }),
    ),
    others: [],
    tallies:
      late > 0
        ? [
            {
              id: 'complaints.late',
              count: late,
              label: t('complaints.lateTally'),
              icon: IconMessageReport,
              href: '/complaints',
              tone: 'stop',
            },
          ]
        : [],
  }
}
