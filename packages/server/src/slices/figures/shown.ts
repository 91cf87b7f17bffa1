/** A statement beside its series: what pictures, checks and files of figures work with. */
import type { FiguresView, Series, Statement } from '@kerege/contract/figures/schema'

export type Shown = Statement & { series: Series }

export function shownOf({ series, statements }: FiguresView): Shown[] {
  const known = new Map(series.map(one => [one.id, one]))
  return statements.flatMap(one => {
    const its = known.get(one.seriesId)
    return its ? [{ ...one, series: its }] : []
  })
}
