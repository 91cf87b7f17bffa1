/** How cases are asked and answered: the queue, its numbers, one case, those of a person. */
import {
  caseSummary,
  caseWorkers,
  countCases,
  getCase,
  listCases,
  personCases,
} from '@kerege/contract/cases/routes'
import { send, useGet } from '../../api.ts'
import { useMay } from '../../shell/session.ts'
import type { ListQuery } from '../../ui/list/types.ts'

// Values of a filter are words of the address; the contract's schema reads them on the other side.
const asQuery = (query: ListQuery) => query as never

export const loadCases = async (query: ListQuery, signal: AbortSignal) =>
  (await send(listCases, { query: asQuery(query) }, { signal })).body
export const countFor = async (query: ListQuery, signal: AbortSignal): Promise<number> =>
  (await send(countCases, { query: asQuery(query) }, { signal })).body.total

export const useCase = (id: string) => useGet(getCase, { params: { id } })
export const usePersonCases = (id: string, enabled: boolean) =>
  useGet(personCases, { params: { id } }, { enabled })
export const useSummary = () => useGet(caseSummary, {})
export const useWorkers = () => useGet(caseWorkers, {})

/** Who gives cases out is not given any. */
export const useGives = (): boolean => useMay()('cases.assign')

/** The number beside the entry: cases without a worker for who gives them out, new ones for who works. */
export function useWaiting(): number | undefined {
  const gives = useGives()
  const counts = useSummary().data?.body
  return counts && (gives ? counts.unassigned : counts.arrived)
}
