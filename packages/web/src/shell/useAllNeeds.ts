/** Gathers what needs me from all slices. The list of sources never changes while a hat is worn. */
import { frames } from '../frames.ts'
import { useMay, useReads } from './session.ts'
import type { Needs } from './slice.ts'

export function useAllNeeds(): Needs {
  const may = useMay()
  const reads = useReads()
  const found = frames
    .flatMap(frame => frame.needs ?? [])
    .filter(({ verb, reads: section }) => [verb].flat().some(may) && reads(section))
    // biome-ignore lint/correctness/useHookAtTopLevel: same sources in the same order until the hat changes
    .map(source => source.useNeeds())
  return {
    pending: found.some(needs => needs.pending),
    error: found.find(needs => needs.error !== undefined)?.error,
    mine: found.flatMap(needs => needs.mine).sort(longestFirst),
    others: found.flatMap(needs => needs.others).sort(longestFirst),
    // What asks for somebody stands before what is only counted.
    tallies: found
      .flatMap(needs => needs.tallies)
      .toSorted((one, other) => Number(other.tone !== undefined) - Number(one.tone !== undefined)),
  }
}

const longestFirst = (one: { since: string }, other: { since: string }) => (one.since < other.since ? -1 : 1)
