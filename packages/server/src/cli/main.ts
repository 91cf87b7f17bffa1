/** The `kerege` command under the bundled Node: finds the command by its name, runs it, and ends with its code. */
import { ConfigError } from '../platform/config.ts'
import { openLog } from '../platform/log.ts'
import { commands, manualOf, overview } from './commands.ts'
import { type Io, misuse, processIo, Refusal, say } from './io.ts'

export async function run(args: readonly string[], io: Io): Promise<number> {
  const [name = 'help', ...rest] = args
  if (name === 'help' || name === '--help' || name === '-h') return help(rest[0], io)
  const entry = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!entry) {
    say(io.stderr, `kerege: there is no command "${name}"; "kerege help" lists them.`)
    return misuse
  }
  if (rest.includes('--help') || rest.includes('-h')) return help(name, io)
  try {
    const command = await entry.load()
    return await command(rest, io)
  } catch (error) {
    if (error instanceof Refusal) {
      const hint = error.exitCode === misuse ? ` See "kerege help ${name}".` : ''
      say(io.stderr, `kerege ${name}: ${error.message}${hint}`)
      return error.exitCode
    }
    if (error instanceof ConfigError) {
      say(io.stderr, ...error.faults.map(fault => `kerege ${name}: ${fault}`))
      return misuse
    }
    say(io.stderr, `kerege ${name}: ${sentenceOf(error)}`)
    return 1
  }
}

/** What we threw ourselves is a sentence; anything else is a bug, shown whole to whoever typed the command. */
function sentenceOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return sentenceOf(error.errors[0])
  if (!(error instanceof Error)) return String(error)
  return error.constructor === Error ? error.message : (error.stack ?? error.message)
}

function help(name: string | undefined, io: Io): number {
  const lines = name === undefined ? overview() : manualOf(name)
  if (!lines) {
    say(io.stderr, `kerege: there is no command "${name}"; "kerege help" lists them.`)
    return misuse
  }
  say(io.stdout, ...lines)
  return 0
}

/** Called by `scripts/kerege.mjs` when it runs on the bundled Node already. */
export async function begin(args: readonly string[]): Promise<void> {
  // A reader that has seen enough, as in `kerege … | head`, is no trouble.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))
  // Node would print the whole object, and an error of the database carries values and passwords.
  process.on('uncaughtException', error => {
    openLog().error('uncaught', error)
    process.exit(1)
  })
  process.exitCode = await run(args, processIo())
}

if (import.meta.main) await begin(process.argv.slice(2))
