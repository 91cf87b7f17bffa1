/** Entries of all slices, as far as the hat may use them. */
import { useRouterState } from '@tanstack/react-router'
import { frames } from '../frames.ts'
import type { MessageKey } from '../i18n/keys.ts'
import { useMay, useReads } from './session.ts'
import type { Act, NavEntry } from './slice.ts'

export function useEntries(place?: NavEntry['place']): NavEntry[] {
  const may = useMay()
  const reads = useReads()
  return frames
    .flatMap(frame => frame.nav ?? [])
    .filter(entry => may(entry.verb) && reads(entry.reads) && (place === undefined || entry.place === place))
}

/** The entries with a tab at the foot of a phone: there is room for three beside search and "More". */
export function useTabs(): NavEntry[] {
  return useEntries()
    .filter(entry => entry.tab)
    .slice(0, 3)
}

/** Keys of the page that is open, beside those of every page. */
export function usePageKeys(): (readonly [string, MessageKey])[] {
  const path = useRouterState({ select: state => state.location.pathname })
  return frames
    .flatMap(frame => frame.keys ?? [])
    .filter(page => page.path === path)
    .flatMap(page => [...page.keys])
}

export function useActs(): Act[] {
  const may = useMay()
  return frames.flatMap(frame => frame.acts ?? []).filter(act => may(act.verb))
}
