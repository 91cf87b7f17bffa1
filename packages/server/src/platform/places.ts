/** So many at once, the others in the order in which they came. */

export type Places = <T>(work: () => Promise<T>) => Promise<T>

/** @param longestMs whoever takes longer is counted no more, and goes on; without it each is counted to its end */
export function openPlaces(count: number, longestMs?: number): Places {
  let taken = 0
  const waiting: (() => void)[] = []
  return async work => {
    if (taken < count) taken += 1
    else await new Promise<void>(resolve => waiting.push(resolve))
    let mine = true
    const leave = () => {
      if (!mine) return
      mine = false
      clearTimeout(tooLong)
      // Handed on as it is, so that nobody comes in between.
      const next = waiting.shift()
      if (next) next()
      else taken -= 1
    }
    const tooLong = longestMs === undefined ? undefined : setTimeout(leave, longestMs).unref()
    try {
      return await work()
    } finally {
      leave()
    }
  }
}
