/** How requests are asked for. */
import { countApprovals, getApproval, listApprovals } from '@kerege/contract/approvals/routes'
import { send, useGet } from '../../api.ts'
import type { ListQuery } from '../../ui/list/types.ts'

export type View = 'waiting' | 'mine' | 'history'

export async function loadApprovals(view: View, query: ListQuery, signal: AbortSignal) {
  // Only the cursor comes from the list; the contract's schema reads it on the other side.
  return (await send(listApprovals, { query: { ...query, view } as never }, { signal })).body
}

export const useApproval = (id: string) => useGet(getApproval, { params: { id } })

export const useWaiting = (): number | undefined => useGet(countApprovals, {}).data?.body.waiting
