/** Requests on the landing page: those that wait for my decision, and those of mine that wait for others. */
import { listApprovals } from '@kerege/contract/approvals/routes'
import type { ApprovalRow } from '@kerege/contract/approvals/schema'
import { IconScale } from '@tabler/icons-react'
import { useGet } from '../../api.ts'
import { useFormat } from '../../i18n/useFormat.tsx'
import { type Translate, useT } from '../../i18n/useT.tsx'
import type { Need, Needs } from '../../shell/slice.ts'
import { ApprovalState } from './ApprovalState.tsx'
import { useWaiting } from './api.ts'
import { askedText, subjectText } from './words.ts'

export function useWaitingNeeds(): Needs {
  const t = useT()
  const format = useFormat()
  const query = useGet(listApprovals, { query: { view: 'waiting', limit: 20 } })
  const count = useWaiting()
  return {
    pending: query.isPending,
    error: query.error ?? undefined,
    mine: (query.data?.body.rows ?? []).map(row => ({
      ...needOf(row, t),
      why: t('approvals.why', {
        asked: askedText(row.kind, t),
        name: row.askedBy.name,
        when: format.relative(row.askedAt),
      }),
      act: { href: `/approvals/${row.id}`, label: t('approvals.look') },
    })),
    others: [],
    tallies: count
      ? [
          {
            id: 'approvals.waiting',
            count,
            label: t('approvals.tally'),
            icon: IconScale,
            href: '/approvals',
            tone: 'wait',
          },
        ]
      : [],
  }
}

export function useAskedNeeds(): Needs {
  const t = useT()
  const query = useGet(listApprovals, { query: { view: 'mine', limit: 20 } })
  return {
    pending: query.isPending,
    error: query.error ?? undefined,
    mine: [],
    others: (query.data?.body.rows ?? [])
      .filter(row => row.state === 'pending')
      .map(row => ({ ...needOf(row, t), why: askedText(row.kind, t) })),
    tallies: [],
  }
}

const needOf = (row: ApprovalRow, t: Translate): Need => ({
  id: `approval.${row.id}`,
  who: <bdi>{subjectText(row, t)}</bdi>,
  state: <ApprovalState approval={row} />,
  why: '',
  since: row.askedAt,
})
