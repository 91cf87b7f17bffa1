/** What a command gets from the outside: streams, variables, and word that somebody wants it to end. */
import { readFile } from 'node:fs/promises'
import { type ParseArgsConfig, parseArgs } from 'node:util'

export interface Io {
  readonly stdin: NodeJS.ReadableStream
  /** Results only: JSON Lines, CSV or the lines that a person asked for. */
  readonly stdout: NodeJS.WritableStream
  /** What went wrong, and logs. */
  readonly stderr: NodeJS.WritableStream
  readFile(path: string): Promise<Uint8Array>
  readonly env: Readonly<Record<string, string | undefined>>
  /** Resolves when the process is asked to end. Until it is called, Ctrl-C ends the process at once. */
  askedToEnd(): Promise<void>
}

/** Reads its arguments, does its work, and answers with the exit code. */
export type Command = (args: readonly string[], io: Io) => Promise<number>

/** Trouble that a person can mend: shown as its one sentence, without a stack. */
export class Refusal extends Error {
  readonly exitCode: number
  constructor(sentence: string, exitCode = 1) {
    super(sentence)
    this.name = 'Refusal'
    this.exitCode = exitCode
  }
}

/** Exit code of a command that was called wrongly. */
export const misuse = 2

/** `parseArgs`, with sentences for what is wrong. */
export function readArgs<T extends NonNullable<ParseArgsConfig['options']>>(
  args: readonly string[],
  options: T,
  most = 0,
) {
  try {
    const found = parseArgs({ args: [...args], options, allowPositionals: true, strict: true })
    const extra = found.positionals[most]
    if (extra !== undefined) throw new Refusal(`"${extra}" is one word too many.`, misuse)
    return found
  } catch (error) {
    if (error instanceof Refusal) throw error
    throw new Refusal(`${(error as Error).message.split('. ')[0]?.replace(/\.$/, '')}.`, misuse)
  }
}

/** Whoever watches over the process starts it again; the engine recovers by itself. */
export const lostSentence =
  'PostgreSQL ended by itself, so this ends too. Start it again: what was saved is kept.'

export const say = (stream: NodeJS.WritableStream, ...lines: readonly string[]) => {
  for (const line of lines) stream.write(`${line}\n`)
}

const secondAskMs = 2_000

/** The streams of this process. */
export function processIo(): Io {
  let asked: Promise<void> | undefined
  const listen = () =>
    new Promise<void>(resolve => {
      let first = 0
      const onAsk = () => {
        first ||= Date.now()
        resolve()
        // One Ctrl-C may arrive twice, from the terminal and from our parent; a later one is impatience.
        if (Date.now() - first > secondAskMs) process.exit(130)
      }
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onAsk)
      if (process.channel) {
        // Our parent on another Node is gone, however it went.
        process.once('disconnect', onAsk)
        process.channel.unref()
      }
    })
  return {
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    readFile: path => readFile(path),
    env: process.env,
    askedToEnd: () => {
      asked ??= listen()
      return asked
    },
  }
}
