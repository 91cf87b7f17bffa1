/** How figures are asked: everything at once for pictures and checks, one statement, the list. */
import { getStatement, listStatements, viewFigures } from '@kerege/contract/figures/routes'
import type { FiguresView, Series, Statement } from '@kerege/contract/figures/schema'
import { send, useGet } from '../../api.ts'
import type { ListQuery } from '../../ui/list/types.ts'

export const useFigures = () => useGet(viewFigures, {})
export const useStatement = (id: string) => useGet(getStatement, { params: { id } })

export async function loadStatements(query: ListQuery, signal: AbortSignal) {
  // Values of a filter are words of the address; the contract's schema reads them on the other side.
  return (await send(listStatements, { query: query as never }, { signal })).body
}

/** A statement beside its series. */
export type Shown = Statement & { series: Series }

export function shownOf({ series, statements }: FiguresView): Shown[] {
  const known = new Map(series.map(one => [one.id, one]))
  return statements.flatMap(one => {
    const its = known.get(one.seriesId)
    return its ? [{ ...one, series: its }] : []
  })
}
