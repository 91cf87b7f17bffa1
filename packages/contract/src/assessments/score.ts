/**
 * The one engine that counts every instrument by its data. Pure, for server, browser and command alike. A result is for
 * somebody trained to read it: it screens, it does not diagnose, and results of several instruments are never put together.
 */
import type { Condition, CutOff, Instrument, Item, Rule, Scale } from './instrument.ts'

/** By the id of the item. What is absent was not answered. */
export type Answers = Readonly<Record<string, number>>

export interface Result {
  /** Null where something is missing that no published rule makes up for, or where the instrument has no total. */
  total: number | null
  /** Sums of subscales; of domains 1 for yes and 0 for no. */
  subscales: Record<string, number | null>
  band: string | null
  flags: string[]
  complete: boolean
  missing: string[]
}

/** @param own cut-offs of this node, by their id, in place of the published ones */
export function score(
  instrument: Instrument,
  answers: Answers,
  own: Readonly<Record<string, number>> = {},
): Result {
  const given = answered(instrument, answers)
  const missing = missingOf(instrument, given)
  const sums = new Map(instrument.scales.map(scale => [scale.id, sumOf(instrument, scale, given)]))
  const reached = (cutOff: CutOff) => reaches(cutOff, own[cutOff.id], sums.get(cutOff.scale) ?? null)
  return {
    total: sums.get('total') ?? null,
    subscales: {
      ...Object.fromEntries([...sums].filter(([id]) => id !== 'total')),
      ...Object.fromEntries((instrument.domains ?? []).map(one => [one.id, asNumber(holds(one.if, given))])),
    },
    band: bandOf(instrument, given, sums, reached),
    flags: [
      ...instrument.cutOffs.filter(one => reached(one) === true).map(one => one.id),
      ...instrument.rules.filter(rule => holds(rule.if, given) === true).map(rule => rule.id),
    ],
    complete: missing.length === 0,
    missing,
  }
}

/** Rules that ask somebody to look in today, held by the answers so far: a form need not be full for that. */
export const safetyRules = (instrument: Instrument, answers: Answers): Rule[] =>
  instrument.rules.filter(
    rule => rule.kind === 'safety' && holds(rule.if, answered(instrument, answers)) === true,
  )

export const itemOf = (instrument: Instrument, id: string): Item | undefined =>
  instrument.items.find(item => item.id === id)

/** `refused` and the like are no answers. */
function answered(instrument: Instrument, answers: Answers): Answers {
  const said = instrument.items.flatMap(item => {
    const value = answers[item.id]
    const none = instrument.responses[item.responses]?.noAnswer ?? []
    return value === undefined || none.includes(value) ? [] : [[item.id, value] as const]
  })
  return Object.fromEntries(said)
}

/** Is this item to be asked, after the answers so far? */
export const isAsked = (item: Item, answers: Answers): boolean =>
  item.asked === undefined || holds(item.asked, answers) !== false

const missingOf = (instrument: Instrument, given: Answers): string[] =>
  instrument.items
    .filter(item => !item.optional && given[item.id] === undefined && isAsked(item, given))
    .map(item => item.id)

function sumOf(instrument: Instrument, scale: Scale, given: Answers): number | null {
  const values = scale.items.flatMap(id => {
    const item = itemOf(instrument, id)
    const value = given[id]
    return item === undefined || value === undefined ? [] : [worthOf(instrument, item, value)]
  })
  const lacking = scale.items.length - values.length
  if (lacking > (scale.prorate?.atMost ?? 0) || values.length === 0) return null
  const sum = values.reduce((whole, value) => whole + value, 0)
  return ((sum * scale.items.length) / values.length) * (scale.times ?? 1)
}

function worthOf(instrument: Instrument, item: Item, value: number): number {
  if (!item.reversed) return value
  const values = instrument.responses[item.responses]?.values ?? []
  return Math.min(...values) + Math.max(...values) - value
}

function reaches(cutOff: CutOff, own: number | undefined, sum: number | null): boolean | null {
  if (sum === null) return null
  const value = own ?? cutOff.value
  return cutOff.reached === 'at-least' ? sum >= value : sum <= value
}

function bandOf(
  { band, cutOffs }: Instrument,
  given: Answers,
  sums: ReadonlyMap<string, number | null>,
  reached: (cutOff: CutOff) => boolean | null,
): string | null {
  if ('rows' in band) {
    const sum = sums.get(band.scale) ?? null
    return sum === null ? null : (band.rows.findLast(row => sum >= row.from)?.id ?? null)
  }
  const cutOff = 'cutOff' in band ? cutOffs.find(one => one.id === band.cutOff) : undefined
  const yes = 'if' in band ? holds(band.if, given) : cutOff ? reached(cutOff) : null
  return yes === null ? null : yes ? band.yes : band.no
}

/** `null`: what is missing could turn it either way. */
export function holds(condition: Condition, given: Answers): boolean | null {
  if ('item' in condition) {
    const value = given[condition.item]
    if (value === undefined) return null
    return value >= (condition.from ?? value) && value <= (condition.to ?? value)
  }
  const parts = 'all' in condition ? condition.all : 'any' in condition ? condition.any : condition.count
  const found = parts.map(part => holds(part, given))
  const sure = found.filter(one => one === true).length
  const open = found.filter(one => one === null).length
  const from = 'all' in condition ? parts.length : 'any' in condition ? 1 : condition.from
  const to = 'count' in condition ? (condition.to ?? parts.length) : parts.length
  if (sure >= from && sure + open <= to) return true
  if (sure + open < from || sure > to) return false
  return null
}

const asNumber = (answer: boolean | null): number | null => (answer === null ? null : answer ? 1 : 0)
