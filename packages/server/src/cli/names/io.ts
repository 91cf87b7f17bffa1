/** What a port gets from the outside: streams and files, so that tests need neither process nor disk. */
import { isUtf8 } from 'node:buffer'

export interface PortIo {
  stdin: AsyncIterable<string | Uint8Array>
  stdout: { write: (text: string) => unknown }
  stderr: { write: (text: string) => unknown }
  readFile: (path: string) => Promise<Uint8Array>
}

/** Exit codes of all ports here. */
export const done = 0
/** Nothing could be processed. */
export const failed = 1
/** The command itself was wrong; nothing was read. */
const misused = 2

export interface Line {
  text: string
  /** From 1. */
  number: number
  /** What had to be guessed to read it. */
  fault?: string
}

const longestLine = 1_000_000

/** The lines of a stream, without their ends; a line that is not UTF-8 is read as Windows-1251, and says so. */
export async function* linesOf(stream: AsyncIterable<string | Uint8Array>): AsyncGenerator<Line> {
  const encoder = new TextEncoder()
  let rest: Uint8Array = new Uint8Array(0)
  let number = 0
  for await (const chunk of stream) {
    const bytes = typeof chunk === 'string' ? encoder.encode(chunk) : chunk
    rest = rest.length === 0 ? bytes : joined(rest, bytes)
    let start = 0
    for (let end = rest.indexOf(newline); end >= 0; end = rest.indexOf(newline, start)) {
      yield lineOf(rest.subarray(start, end), ++number)
      start = end + 1
    }
    rest = rest.subarray(start)
    if (rest.length > longestLine) {
      yield lineOf(rest, ++number)
      rest = new Uint8Array(0)
    }
  }
  if (rest.length > 0) yield lineOf(rest, number + 1)
}

const newline = 10

function joined(one: Uint8Array, other: Uint8Array): Uint8Array {
  const both = new Uint8Array(one.length + other.length)
  both.set(one)
  both.set(other, one.length)
  return both
}

function lineOf(bytes: Uint8Array, number: number): Line {
  const windows = !isUtf8(bytes)
  const text = new TextDecoder(windows ? 'windows-1251' : 'utf-8').decode(bytes).replace(/\r$/, '')
  return { text, number, ...(windows ? { fault: 'not UTF-8: read as Windows-1251' } : {}) }
}

export interface Options {
  values: Map<string, string>
  rest: string[]
  faults: string[]
}

/** `--name value` and `--name=value`; everything else stays in order. */
export function readOptions(args: readonly string[], known: readonly string[]): Options {
  const options: Options = { values: new Map(), rest: [], faults: [] }
  for (let at = 0; at < args.length; at++) {
    const arg = args[at] ?? ''
    if (!arg.startsWith('--')) {
      options.rest.push(arg)
      continue
    }
    const [name = '', inline] = arg.slice(2).split(/=(.*)/s)
    if (!known.includes(name)) options.faults.push(`unknown option --${name}`)
    else if (inline !== undefined) options.values.set(name, inline)
    else if (at + 1 < args.length) options.values.set(name, args[++at] ?? '')
    else options.faults.push(`--${name} needs a value`)
  }
  return options
}

/** Says what was wrong with the command and how it is used. */
export function misuse(io: PortIo, faults: readonly string[], usage: string): number {
  for (const fault of faults) io.stderr.write(`${fault}\n`)
  io.stderr.write(`usage: ${usage}\n`)
  return misused
}

/** A file as bytes, or a message on standard error. */
export async function readOrTell(io: PortIo, path: string): Promise<Uint8Array | undefined> {
  try {
    return await io.readFile(path)
  } catch (error) {
    io.stderr.write(`${path}: cannot be read: ${error instanceof Error ? error.message : String(error)}\n`)
    return undefined
  }
}

/** Messages with a limit for each kind, so that a broken file does not drown the summary. */
export function tell(io: PortIo, source: string, limit = 20) {
  const counts = new Map<string, number>()
  return {
    fault(kind: string, message: string) {
      const count = (counts.get(kind) ?? 0) + 1
      counts.set(kind, count)
      if (count <= limit) io.stderr.write(`${source}: ${message}\n`)
    },
    /** The kinds that had more messages than were shown. */
    summary() {
      for (const [kind, count] of counts) {
        if (count > limit) io.stderr.write(`${source}: ${kind}: ${count - limit} more\n`)
      }
    },
  }
}
