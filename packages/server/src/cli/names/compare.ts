/** `kerege names compare`: pairs of persons as JSON Lines in, scores with reasons as JSON Lines out. */
import { comparePersons, explain } from '@kerege/contract/names/index'
import { done, failed, linesOf, misuse, type PortIo, readOptions, tell } from './io.ts'
import { readPerson } from './person.ts'

export async function comparePort(args: string[], io: PortIo): Promise<number> {
  const options = readOptions(args, [])
  if (options.faults.length > 0 || options.rest.length > 0) {
    return misuse(io, options.faults, 'kerege names compare < pairs.jsonl > scores.jsonl')
  }
  const { fault, summary } = tell(io, 'stdin')
  let compared = 0
  let matches = 0
  let leftOut = 0
  for await (const { text, number, fault: guessed } of linesOf(io.stdin)) {
    if (guessed) fault('encoding', `line ${number}: ${guessed}`)
    if (text.trim() === '') continue
    const pair = readPair(text)
    if ('fault' in pair) {
      leftOut++
      fault('line', `line ${number}: ${pair.fault}; left out`)
      continue
    }
    for (const message of pair.faults) fault('field', `line ${number}: ${message}`)
    const { score, match, reasons } = comparePersons(pair.a, pair.b)
    compared++
    if (match) matches++
    io.stdout.write(
      `${JSON.stringify({ id: pair.id, score: round(score), match, reasons: reasons.map(explain) })}\n`,
    )
  }
  summary()
  io.stderr.write(`${compared} pairs compared, ${matches} matches, ${leftOut} lines left out\n`)
  return compared === 0 && leftOut > 0 ? failed : done
}

export const round = (score: number) => Math.round(score * 10_000) / 10_000

function readPair(text: string) {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return { fault: 'not JSON' }
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { fault: 'not an object' }
  const { id, a, b } = value as { id?: unknown; a?: unknown; b?: unknown }
  if (a === undefined || a === null || b === undefined || b === null) return { fault: 'a or b is missing' }
  const left = readPerson(a, 'a')
  const right = readPerson(b, 'b')
  return { id: id ?? null, a: left.person, b: right.person, faults: [...left.faults, ...right.faults] }
}
