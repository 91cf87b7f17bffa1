/** Numbers, days and findings of figures in words of seven languages, for pages, files and the command line. */
import { join } from 'node:path'
import type { Language } from '@kerege/contract/common'
import type { Finding } from '@kerege/contract/figures/arithmetic'
import type { Bounds, Reported } from '@kerege/contract/figures/reported'
import { openMessages } from '../../platform/messages.ts'

export const words = openMessages(join(import.meta.dirname, 'messages'))

export const numberText = (language: Language, value: number): string =>
  new Intl.NumberFormat(language).format(value)

/** As it was reported: "more than 2,100". */
export function reportedText(language: Language, { manner, value, to }: Reported): string {
  const n = numberText(language, value)
  switch (manner) {
    case 'exact':
      return n
    case 'range':
      return words(language, 'figures.range', { n, to: numberText(language, to ?? value) })
    default:
      return words(language, `figures.${manner}`, { n })
  }
}

/** What adding up gives: one number, or from the least to the most. */
export function boundsText(language: Language, { low, high }: Bounds): string {
  const n = numberText(language, low)
  if (high === low) return n
  if (high === Number.POSITIVE_INFINITY) return words(language, 'figures.atLeast', { n })
  return words(language, 'figures.range', { n, to: numberText(language, high) })
}

/** For pictures, where words take too much room: `79–81`. */
export const boundsShort = (language: Language, bounds: Bounds): string =>
  bounds.high > bounds.low && bounds.high !== Number.POSITIVE_INFINITY
    ? `${numberText(language, bounds.low)}–${numberText(language, bounds.high)}`
    : boundsText(language, bounds)

/** `2019-05-28/2019-05-31` as tables write days: 28.05.2019 – 31.05.2019. */
export const whenText = (when: string): string =>
  when
    .split('/')
    .map(part => part.split('-').reverse().join('.'))
    .join(' – ')

export const findingText = (language: Language, finding: Finding): string =>
  words(language, `figures.finding.${finding.rule}`, {
    ours: boundsText(language, finding.ours),
    said: boundsText(language, finding.said),
  })
