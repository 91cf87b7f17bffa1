/** How a map shades states: four equal steps of a round number, so that shades tell sizes and not ranks. Pure. */
import type { FigureState } from './schema.ts'
import type { StateTotal } from './sideBySide.ts'

/** Where the label of a state stands on the plane of the shapes. */
export const labelPlaces: Readonly<Record<FigureState, readonly [x: number, y: number]>> = {
  KZ: [430, 215],
  UZ: [345, 430],
  TM: [190, 490],
  KG: [640, 425],
  TJ: [545, 545],
}

export function stepOf(totals: readonly StateTotal[]): number {
  const most = Math.max(1, ...totals.map(one => ('low' in one ? one.low : 0)))
  const rough = most / 4
  const ten = 10 ** Math.floor(Math.log10(rough))
  return [1, 2, 2.5, 5, 10].map(times => times * ten).find(step => step >= rough) ?? rough
}

/** From 1 to 4; 0 where there is no number. */
export const shadeOf = (total: StateTotal | undefined, step: number): number =>
  total && 'low' in total ? Math.min(4, Math.max(1, Math.ceil(total.low / step))) : 0
