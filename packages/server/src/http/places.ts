/**
 * So many requests at the database at once as the processors can work on, the others in the order in which they came. All
 * at once they would share the processors, and each would end as late as the last: decision 0129.
 */
import { availableParallelism } from 'node:os'

/** Whoever takes longer waits for something else than our processors, such as a store or a scanner, and is counted no more. */
const patienceMs = 250

export interface Places {
  /** @returns to be called when it is done; more than once does no harm */
  take(): Promise<() => void>
}

/** @param count places; two for each processor unless given, since one waits while the database works */
export function openPlaces(count = 2 * availableParallelism(), longestMs = patienceMs): Places {
  let taken = 0
  const waiting: (() => void)[] = []
  const giveBack = () => {
    // Handed on as it is, so that nobody comes in between.
    const next = waiting.shift()
    if (next) next()
    else taken -= 1
  }
  return {
    async take() {
      if (taken < count) taken += 1
      else await new Promise<void>(resolve => waiting.push(resolve))
      let mine = true
      const leave = () => {
        if (!mine) return
        mine = false
        clearTimeout(tooLong)
        giveBack()
      }
      const tooLong = setTimeout(leave, longestMs)
      tooLong.unref()
      return leave
    },
  }
}
