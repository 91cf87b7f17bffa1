/**
 * A number as somebody published it: "47", "more than 2,100", "about 100", "15 to 20". It keeps what was said; nothing
 * here rounds, averages or picks the middle.
 */
import { z } from 'zod'

export const manners = ['exact', 'more', 'about', 'fewer', 'range'] as const

export const Reported = z
  .strictObject({
    manner: z.enum(manners),
    value: z.number().min(0).max(1_000_000_000),
    /** Upper end of a range. */
    to: z.number().min(0).max(1_000_000_000).optional(),
  })
  .refine(one => (one.manner === 'range') === (one.to !== undefined), 'figure-range')
  .refine(one => one.to === undefined || one.to > one.value, 'figure-range')
export type Reported = z.infer<typeof Reported>

/** Least and most that it can mean. */
export interface Bounds {
  readonly low: number
  readonly high: number
}

/** @returns null where it says too little to reckon with: nobody knows how wide "about" is. */
export function boundsOf({ manner, value, to }: Reported): Bounds | null {
  switch (manner) {
    case 'exact':
      return { low: value, high: value }
    case 'more':
      return { low: value + 1, high: Number.POSITIVE_INFINITY }
    case 'fewer':
      return { low: 0, high: Math.max(0, value - 1) }
    case 'range':
      return { low: value, high: to ?? value }
    case 'about':
      return null
  }
}

export const apart = (a: Bounds, b: Bounds): boolean => a.low > b.high || b.low > a.high

export const added = (all: readonly Bounds[]): Bounds => ({
  low: all.reduce((sum, one) => sum + one.low, 0),
  high: all.reduce((sum, one) => sum + one.high, 0),
})

/** From the least of all to the most of all. */
export const hull = (all: readonly Bounds[]): Bounds => ({
  low: Math.min(...all.map(one => one.low)),
  high: Math.max(...all.map(one => one.high)),
})

const signs = { more: '>', about: '~', fewer: '<' } as const
const written = /^([>~<])?(\d{1,9}(?:\.\d{1,3})?)$/
const writtenRange = /^(\d{1,9}(?:\.\d{1,3})?)[-–](\d{1,9}(?:\.\d{1,3})?)$/

/** As a cell of a file has it: `47`, `>2100`, `~100`, `<50`, `15-20`. @returns null for anything else */
export function readReported(text: string): Reported | null {
  const range = writtenRange.exec(text)
  if (range) {
    const [value, to] = [Number(range[1]), Number(range[2])]
    return to > value ? { manner: 'range', value, to } : null
  }
  const one = written.exec(text)
  if (!one) return null
  const manner = (Object.keys(signs) as (keyof typeof signs)[]).find(name => signs[name] === one[1])
  return { manner: manner ?? 'exact', value: Number(one[2]) }
}

export function writeReported({ manner, value, to }: Reported): string {
  if (manner === 'range') return `${value}-${to}`
  return `${manner === 'exact' ? '' : signs[manner]}${value}`
}

export const sameReported = (a: Reported, b: Reported): boolean =>
  a.manner === b.manner && a.value === b.value && a.to === b.to
