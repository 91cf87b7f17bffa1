/** Reads answers as somebody hands them over: by item, or one after the other. Says every fault, guesses nothing. */
import type { Instrument } from './instrument.ts'
import type { Answers } from './score.ts'

export interface AnswerFault {
  /** The item, or the key that is none. */
  item: string
  code: 'unknown-item' | 'not-a-number' | 'not-an-answer' | 'twice' | 'too-many' | 'not-answers'
  /** Those that there are, where the value is none of them. */
  allowed?: number[]
}

export function readAnswers(
  instrument: Instrument,
  said: unknown,
): { answers: Answers; faults: AnswerFault[] } {
  const answers: Record<string, number> = {}
  const faults: AnswerFault[] = []
  for (const [item, value] of pairs(instrument, said, faults)) {
    if (value === null || value === undefined) continue
    const allowed = allowedFor(instrument, item)
    if (typeof value !== 'number') faults.push({ item, code: 'not-a-number' })
    else if (!allowed.includes(value)) faults.push({ item, code: 'not-an-answer', allowed })
    else if (Object.hasOwn(answers, item)) faults.push({ item, code: 'twice' })
    else answers[item] = value
  }
  return { answers, faults }
}

/** A list goes by the order of the items; `null` in it is an item without an answer. */
function pairs(instrument: Instrument, said: unknown, faults: AnswerFault[]): [string, unknown][] {
  const ids = instrument.items.map(item => item.id)
  if (Array.isArray(said)) {
    if (said.length > ids.length) faults.push({ item: String(ids.length + 1), code: 'too-many' })
    return ids.slice(0, said.length).map((id, at) => [id, said[at]])
  }
  if (typeof said !== 'object' || said === null) {
    faults.push({ item: '', code: 'not-answers' })
    return []
  }
  return Object.entries(said).flatMap(([key, value]): [string, unknown][] => {
    const id = idOf(ids, key)
    if (id === undefined) faults.push({ item: key.slice(0, 60), code: 'unknown-item' })
    return id === undefined ? [] : [[id, value]]
  })
}

/** `3`, `q3`, `item3` and `item_03` are one item, and so are `CF3` and `cf3`. */
function idOf(ids: readonly string[], key: string): string | undefined {
  const plain = key.trim().toLowerCase()
  const number = /^(?:q|item|i)[ _-]?0*(\d+)$/.exec(plain)?.[1]
  return ids.find(id => id.toLowerCase() === plain || id === number)
}

export const allowedFor = (instrument: Instrument, itemId: string): number[] => {
  const item = instrument.items.find(one => one.id === itemId)
  const row = item ? instrument.responses[item.responses] : undefined
  return row ? [...row.values, ...(row.noAnswer ?? [])] : []
}
