/** How the log is asked. */
import { logState, searchAudit } from '@kerege/contract/audit/routes'
import { send, useGet } from '../../api.ts'
import type { ListQuery } from '../../ui/list/types.ts'

export async function loadEntries(query: ListQuery, signal: AbortSignal) {
  // Values of a filter are words of the address; the contract's schema reads them on the other side.
  const { body } = await send(searchAudit, { query: query as never }, { signal })
  return body
}

export const useLogState = () => useGet(logState, {})
