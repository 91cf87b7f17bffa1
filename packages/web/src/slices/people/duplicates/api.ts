/** How the queue of look-alikes is asked, and what can be done with a pair. Draws nothing. */
import * as routes from '@kerege/contract/people/duplicates/routes'
import type { Duplicate } from '@kerege/contract/people/duplicates/schema'
import { queryClient, send, useGet } from '../../../api.ts'
import { useT } from '../../../i18n/useT.tsx'
import { newId } from '../../../ui/newId.ts'
import { toast } from '../../../ui/toasts.ts'
import type { ListQuery } from '../../../ui/list/types.ts'

// Values of a filter are words of the address; the contract's own schema reads them on the other side.
const asQuery = (query: ListQuery) => query as never

/** As many as one sitting works through; the count says how many there are. */
const pairsAtOnce = '100'

export const useQueue = (query: ListQuery) =>
  useGet(routes.listDuplicates, { query: asQuery({ ...query, limit: pairsAtOnce }) })
export const useTotal = (query: ListQuery) => useGet(routes.countDuplicates, { query: asQuery(query) })
export const usePair = (id: string) => useGet(routes.getDuplicate, { params: { id } })
export const countFor = async (query: ListQuery, signal: AbortSignal): Promise<number> =>
  (await send(routes.countDuplicates, { query: asQuery(query) }, { signal })).body.total

/** For the badge in the rail: asked seldom, since it is only a number. */
export function useWaitingPairs(): number | undefined {
  return useGet(routes.countDuplicates, { query: {} }, { freshFor: 300_000 }).data?.body.total
}

export type Until = 'week' | 'month' | 'change'

/** Acts on a pair, each with its way back in a toast. `done` hears of the way back too, for the key. */
export function usePairActs(done: (undo: () => Promise<void>) => void) {
  const t = useT()
  const told = (title: string, undo: () => Promise<unknown>) => {
    const back = async () => {
      await undo()
      await queryClient.invalidateQueries()
    }
    toast(title, { undo: () => void back() })
    done(back)
  }
  return {
    async twoPersons({ id }: Duplicate) {
      await send(routes.sayTwoPersons, { params: { id }, body: {} }, { idempotencyKey: newId() })
      told(t('people.dup.told.two'), () => send(routes.takeBackTwoPersons, { params: { id } }))
      await queryClient.invalidateQueries()
    },
    async later({ id }: Duplicate, until: Until) {
      await send(routes.putOffDuplicate, { params: { id }, body: { until } }, { idempotencyKey: newId() })
      told(t('people.dup.told.later'), () => send(routes.takeUpDuplicate, { params: { id } }))
      await queryClient.invalidateQueries()
    },
    async takeUp({ id }: Duplicate) {
      await send(routes.takeUpDuplicate, { params: { id } }, { idempotencyKey: newId() })
      await queryClient.invalidateQueries()
    },
    /** After a merge, which the form has sent. */
    merged(mergeId: string) {
      const reason = t('people.dup.undoneAtOnce')
      told(t('people.dup.told.one'), () =>
        send(routes.undoMerge, { params: { id: mergeId }, body: { reason } }, { idempotencyKey: newId() }),
      )
      void queryClient.invalidateQueries()
    },
  }
}
