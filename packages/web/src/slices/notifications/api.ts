/** How notices are asked for and marked as read. */
import { countNotices, listNotices, readAllNotices, readNotice } from '@kerege/contract/notifications/routes'
import { queryClient, send, useGet } from '../../api.ts'
import type { ListQuery } from '../../ui/list/types.ts'

export async function loadNotices(query: ListQuery, signal: AbortSignal) {
  // Values of a filter are words of the address; the contract's schema reads them on the other side.
  return (await send(listNotices, { query: query as never }, { signal })).body
}

export const useUnread = (): number | undefined => useGet(countNotices, {}).data?.body.unread

export async function markRead(id: string): Promise<void> {
  await send(readNotice, { params: { id } })
  await queryClient.invalidateQueries()
}

export async function markAllRead(): Promise<void> {
  await send(readAllNotices, {})
  await queryClient.invalidateQueries()
}
