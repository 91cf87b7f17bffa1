/** Long silences between happenings, so that they are said and not overlooked. */

const month = 30 * 86_400_000
/** Shorter ones are everyday life. */
const least = 2

/**
 * @param moments newest first
 * @returns for each, how many whole months passed between it and the newer one before it in the list; 0 where few
 */
export const longGaps = (moments: readonly string[]): number[] =>
  moments.map((at, n) => {
    const newer = n === 0 ? undefined : moments[n - 1]
    if (newer === undefined) return 0
    const months = Math.floor((dayOf(newer) - dayOf(at)) / month)
    return months >= least ? months : 0
  })

const dayOf = (moment: string): number => Date.parse(moment.slice(0, 10))
