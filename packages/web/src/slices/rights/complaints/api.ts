/** How complaints are asked. */
import { complaintCounts, getComplaint, listComplaints } from '@kerege/contract/rights/complaintRoutes'
import { send, useGet } from '../../../api.ts'
import type { ListQuery } from '../../../ui/list/types.ts'

// Values of a filter are words of the address; the contract's schema reads them on the other side.
export const loadComplaints = async (query: ListQuery, signal: AbortSignal) =>
  (await send(listComplaints, { query: query as never }, { signal })).body

export const useComplaint = (id: string) => useGet(getComplaint, { params: { id } })
export const useCounts = () => useGet(complaintCounts, {})
export const useOpenComplaints = () => useGet(listComplaints, { query: { limit: 30 } })
