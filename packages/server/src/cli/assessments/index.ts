/** The ports for instruments: `kerege score` and `kerege instruments`. Without a node and without a database. */
import { readAnswers, type AnswerFault } from '@kerege/contract/assessments/answers'
import { instruments as shipped, findInstrument } from '@kerege/contract/assessments/instruments'
import { type Result, score as scoreAnswers } from '@kerege/contract/assessments/score'
import { type Command, misuse, readArgs, Refusal, say } from '../io.ts'
import { done, failed, linesOf, type PortIo, tell } from '../names/io.ts'

export const score: Command = async (args, io) => {
  readArgs(args, {})
  return scorePort({ ...io, stdin: io.stdin as PortIo['stdin'] })
}

/** A line for each line: the result, or what is wrong with it. Blank lines are none. */
export async function scorePort(io: PortIo): Promise<number> {
  const { fault, summary } = tell(io, 'stdin')
  let scored = 0
  let refused = 0
  for await (const { text, number } of linesOf(io.stdin)) {
    if (text.trim() === '') continue
    const answer = scoreLine(text.replace(/^\uFEFF/, ''))
    if ('error' in answer) {
      refused++
      fault('line', `line ${number}: ${answer.error}`)
    } else scored++
    io.stdout.write(`${JSON.stringify(answer)}\n`)
  }
  summary()
  io.stderr.write(`${scored} lines scored, ${refused} refused\n`)
  return scored === 0 && refused > 0 ? failed : done
}

type Answer = ({ id?: unknown } & Result) | { id?: unknown; error: string }

const known = ['id', 'instrument', 'version', 'answers', 'cutOffs']

function scoreLine(text: string): Answer {
  const said = parsed(text)
  if (said === undefined) return { error: 'not JSON' }
  if (typeof said !== 'object' || said === null || Array.isArray(said)) return { error: 'not an object' }
  const line = said as Record<string, unknown>
  const id = Object.hasOwn(line, 'id') ? { id: line['id'] } : {}
  const wrong = (error: string) => ({ ...id, error })
  const odd = Object.keys(line).find(key => !known.includes(key))
  if (odd !== undefined) return wrong(`${odd.slice(0, 60)}: unknown field`)
  const { instrument: name, version } = line
  if (typeof name !== 'string') return wrong('instrument is missing')
  const instrument = findInstrument(
    name.trim().toLowerCase(),
    version === undefined ? undefined : String(version),
  )
  if (!instrument) {
    return wrong(
      findInstrument(name.trim().toLowerCase())
        ? `there is no version ${String(version).slice(0, 20)} of ${name}`
        : `there is no instrument ${name.slice(0, 60)}; "kerege instruments" lists them`,
    )
  }
  const { answers, faults } = readAnswers(instrument, line['answers'])
  const [first] = faults
  if (first) return wrong(faults.map(sentence).join('; '))
  const own = cutOffs(
    line['cutOffs'],
    instrument.cutOffs.map(one => one.id),
  )
  if (own === undefined) return wrong('cutOffs: not numbers by the names of its cut-offs')
  return { ...id, ...scoreAnswers(instrument, answers, own) }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function cutOffs(said: unknown, names: readonly string[]): Record<string, number> | undefined {
  if (said === undefined) return {}
  if (typeof said !== 'object' || said === null || Array.isArray(said)) return undefined
  const entries = Object.entries(said)
  const fine = entries.every(([name, value]) => names.includes(name) && typeof value === 'number')
  return fine ? Object.fromEntries(entries as [string, number][]) : undefined
}

function sentence({ item, code, allowed }: AnswerFault): string {
  switch (code) {
    case 'unknown-item':
      return `answers: there is no item ${item}`
    case 'not-a-number':
      return `answers: item ${item} is not a number`
    case 'not-an-answer':
      return `answers: item ${item} is not one of ${allowed?.join(', ')}`
    case 'twice':
      return `answers: item ${item} is answered twice`
    case 'too-many':
      return 'answers: more answers than items'
    case 'not-answers':
      return 'answers: neither an object nor a list'
  }
}

/** One JSON object a line: what ships, under which licence, and in which languages the text of the items does. */
export const instruments: Command = async (args, io) => {
  const { positionals } = readArgs(args, {}, 1)
  const [wanted] = positionals
  const rows = shipped.filter(one => wanted === undefined || one.id === wanted)
  if (rows.length === 0) throw new Refusal(`There is no instrument "${wanted}".`, misuse)
  for (const { id, version, title, licence, languages, items, responses, cutOffs } of rows) {
    say(
      io.stdout,
      JSON.stringify({
        id,
        version,
        title,
        licence: licence.name,
        holder: licence.holder,
        source: licence.source,
        languages,
        items: items.map(item => ({
          id: item.id,
          answers: responses[item.responses]?.values,
          ...(item.optional ? { optional: true } : {}),
        })),
        cutOffs: Object.fromEntries(cutOffs.map(one => [one.id, one.value])),
      }),
    )
  }
  return 0
}
