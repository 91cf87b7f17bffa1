/** How operations are asked: lists, one of them, its people, what is ready, what is left. */
import {
  lineFile,
  operationSummary,
  readiness,
} from '@kerege/contract/repatriation/operations/preparingRoutes'
import {
  getLine,
  getOperation,
  listOperations,
  listPeopleOf,
} from '@kerege/contract/repatriation/operations/routes'
import type { CallOptions } from '@kerege/contract/client'
import type { Input, Route } from '@kerege/contract/route'
import type { PeopleList } from '@kerege/contract/repatriation/operations/schema'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { keyOf, queryClient, send, useGet } from '../../../api.ts'
import type { ListQuery } from '../../../ui/list/types.ts'
import { problemText } from '../../../ui/problems.ts'

// Values of a filter are words of the address; the contract's schema reads them on the other side.
export const loadOperations = async (query: ListQuery, signal: AbortSignal) =>
  (await send(listOperations, { query: query as never }, { signal })).body

export const useOperation = (id: string) => useGet(getOperation, { params: { id } })
export const usePeople = (id: string) => useGet(listPeopleOf, { params: { id } })

const linesAtOnce = 50
/** The list a part at a time, families whole: what a page needs that is read from above. */
export function usePeopleInParts(id: string) {
  const input = { params: { id } }
  return useInfiniteQuery({
    queryKey: [...keyOf(listPeopleOf, input), 'parts'],
    queryFn: async ({ pageParam, signal }) => {
      const query = { limit: linesAtOnce, ...(pageParam ? { after: pageParam } : {}) }
      return (await send(listPeopleOf, { ...input, query }, { signal })).body
    },
    initialPageParam: '',
    getNextPageParam: (last: PeopleList) => last.next,
    select: ({ pages }): PeopleList => ({
      families: pages.flatMap(page => page.families),
      lines: pages.flatMap(page => page.lines),
      notShown: pages[0]?.notShown ?? 0,
    }),
  })
}
export const useReadiness = (id: string) => useGet(readiness, { params: { id } })
export const useSummary = (id: string) => useGet(operationSummary, { params: { id } })
export const useLine = (id: string, lineId: string) => useGet(getLine, { params: { id, lineId } })
export const useLineFile = (id: string, lineId: string) => useGet(lineFile, { params: { id, lineId } })

/** One short command of a page: busy while it runs, and its refusal in words. */
export function useCommand() {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const run = async <R extends Route>(route: R, input: Input<R>, options?: CallOptions): Promise<boolean> => {
    setBusy(true)
    setProblem(undefined)
    try {
      await send(route, input, options)
      await queryClient.invalidateQueries()
      return true
    } catch (error) {
      setProblem(problemText(error, 'operations'))
      return false
    } finally {
      setBusy(false)
    }
  }
  return { busy, problem, run }
}
