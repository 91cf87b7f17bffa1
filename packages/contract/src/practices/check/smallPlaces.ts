/**
 * Few people in a small place: "three children in the village of X". Whoever lives there knows who is meant, without any name.
 * A number below ten counts when it counts people, and only beside a word for a village, or a district that is named.
 */
import type { Found } from './finding.ts'
import { around, type Reading, together } from './reading.ts'
import type { Word } from './words.ts'

export function smallPlacesIn(reading: Reading): Found[] {
  const { words } = reading
  const found: Found[] = []
  // Most texts name no place, and are done.
  if (!words.some(word => isPlace(reading, word))) return found
  let until = -1
  for (let at = 0; at < words.length; at++) {
    const last = countedPeople(reading, at)
    if (last === undefined || at <= until) continue
    const place = smallPlace(reading, at, last)
    if (!place) continue
    until = last
    const [from, to] = [Math.min(at, place.from), wholeName(reading, Math.max(last, place.to))]
    found.push({
      kind: 'small-place',
      severity: place.code === 'small-village' ? 'strong' : 'look',
      code: place.code,
      from: words[from]?.from ?? 0,
      to: words[to]?.to ?? 0,
    })
  }
  return found
}

/** The place of the people whom a small number at this word counts: at once, or after one word between. */
function countedPeople(reading: Reading, at: number): number | undefined {
  const { words, of, people } = reading
  const word = words[at]
  if (!word) return undefined
  const small = word.number === undefined ? of.number(word.key) : word.number > 0 && word.number < 10
  if (
    !small ||
    (words[at - 1]?.number !== undefined && /[\s\u00a0]/.test(reading.text[word.from - 1] ?? ''))
  ) {
    return undefined
  }
  if (!together(reading, at + 1)) return undefined
  if (people[at + 1]) return at + 1
  const between = words[at + 1]
  if (between?.number !== undefined || of.age(between?.key ?? '')) return undefined
  return people[at + 2] && together(reading, at + 2) ? at + 2 : undefined
}

const isPlace = ({ of }: Reading, { key, dot }: Word) =>
  of.settlement(key) || of.district(key) || (dot && of.settlementLetter(key))

interface Place {
  code: 'small-village' | 'small-unnamed' | 'small-district'
  from: number
  to: number
}

const span = 9

function smallPlace(reading: Reading, at: number, last: number): Place | undefined {
  const { words, of } = reading
  let best: Place | undefined
  const places = [...around(reading, at, span, 0), ...around(reading, last, 0, span)]
  for (const place of places) {
    const word = words[place]
    if (!word) continue
    const letter = word.dot && !word.capital && of.settlementLetter(word.key)
    const settlement = letter || of.settlement(word.key)
    if (!settlement && !of.district(word.key)) continue
    const name = namePlace(reading, place)
    if (letter && name === undefined) continue
    if (settlement && name !== undefined) {
      return { code: 'small-village', from: Math.min(place, name), to: Math.max(place, name) }
    }
    if (settlement) best ??= { code: 'small-unnamed', from: place, to: place }
    else if (name !== undefined) {
      best = { code: 'small-district', from: Math.min(place, name), to: Math.max(place, name) }
    }
  }
  return best
}

/** The name beside a word for a place: "village of X", "X village", "село X", "X ауылы", "деҳаи X". */
function namePlace(reading: Reading, at: number): number | undefined {
  const { words, people } = reading
  const named = (place: number) => {
    const word = words[place]
    return word?.capital === true && !people[place] && reading.sentence[place] === reading.sentence[at]
  }
  if (named(at + 1) && words[at + 1]?.gap !== 'comma') return at + 1
  if (words[at + 1]?.key === 'of' && named(at + 2)) return at + 2
  // A sentence may open with any word; only inside it does a capital tell a name.
  return named(at - 1) && together(reading, at) && opensNothing(reading, at - 1) ? at - 1 : undefined
}

/** The place of the last part of a name with hyphens. */
function wholeName({ words, text }: Reading, at: number): number {
  let end = at
  while (words[end + 1] && text.slice(words[end]?.to, words[end + 1]?.from) === '-') end++
  return end
}

const opensNothing = (reading: Reading, at: number) =>
  reading.words[at]?.gap !== 'end' ||
  !/^(?:the|this|each|every|in|one|a|an|one)$/.test(reading.words[at]?.key ?? '')
