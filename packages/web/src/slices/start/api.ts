/** How the first page is asked for. */
import { getStart } from '@kerege/contract/access/routes'
import { queryOptions } from '@tanstack/react-query'
import { keyOf, queryClient, send } from '../../api.ts'

export const startQuery = queryOptions({
  queryKey: keyOf(getStart, {}),
  queryFn: async ({ signal }) => (await send(getStart, {}, { signal })).body,
})

// As long as a shape that waits shows nothing.
const patienceMs = 300

/** Begins while the words are on their way, and is waited for a little, so that the page is drawn once and whole. */
export const askStart = (): Promise<void> =>
  Promise.race([
    queryClient.prefetchQuery(startQuery),
    new Promise<void>(done => setTimeout(done, patienceMs)),
  ])
