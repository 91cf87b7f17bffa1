/** Long work in turns: a request that computes for long lets others in between, so that nobody waits for it. */
import { setImmediate } from 'node:timers/promises'

/** Longest turn without letting others in. */
const turnMs = 15

/** @returns to be awaited between two steps; lets others in whenever a turn has lasted long enough */
export function turns(): () => Promise<void> {
  let begun = performance.now()
  return async () => {
    if (performance.now() - begun < turnMs) return
    await setImmediate()
    begun = performance.now()
  }
}

/** A list in portions, one after the other. */
export async function inPortions<T>(
  all: readonly T[],
  size: number,
  work: (some: readonly T[]) => Promise<void>,
): Promise<void> {
  const turn = turns()
  for (let at = 0; at < all.length; at += size) {
    await work(all.slice(at, at + size))
    await turn()
  }
}
