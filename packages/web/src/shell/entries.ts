/** Entries of all slices, as far as the hat may use them. */
import { slices } from '../slices.ts'
import { useMay, useReads } from './session.ts'
import type { Act, NavEntry } from './slice.ts'

export function useEntries(place?: NavEntry['place']): NavEntry[] {
  const may = useMay()
  const reads = useReads()
  return slices
    .flatMap(slice => slice.nav ?? [])
    .filter(entry => may(entry.verb) && reads(entry.reads) && (place === undefined || entry.place === place))
}

/** The entries with a tab at the foot of a phone: there is room for three beside search and "More". */
export function useTabs(): NavEntry[] {
  return useEntries()
    .filter(entry => entry.tab)
    .slice(0, 3)
}

export function useActs(): Act[] {
  const may = useMay()
  return slices.flatMap(slice => slice.acts ?? []).filter(act => may(act.verb))
}
