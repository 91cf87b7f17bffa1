/**
 * The operator's log: one JSON object a line on standard error. It cannot carry personal data: fields are a
 * fixed list of ids, codes and numbers, each checked when written, and of an error it keeps kind, code and place
 * but no message, since a message may repeat what somebody typed.
 */
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

// Where the program stands on somebody's disk helps nobody.
const root = `${pathToFileURL(resolve(import.meta.dirname, '../../../..')).href}/`

// A field is added here or not at all. Patterns are tight on purpose: no blanks, no letters beyond ASCII.
const id = /^[0-9a-f]{8}-[0-9a-f-]{27}$/
const code = /^[a-z][a-z0-9]*([-_.:][a-z0-9]+)*$/
const shapes = {
  requestId: id,
  account: id,
  subject: id,
  jobId: id,
  node: code,
  code,
  job: code,
  state: code,
  migration: /^\d{4}_[a-z_]+\.sql$/,
  method: /^[A-Z]{3,7}$/,
  /** The pattern of a route, `/people/:id`; never an address. */
  path: /^(\/:?[a-zA-Z0-9_.-]*)+$/,
  status: 'number',
  ms: 'number',
  count: 'number',
  bytes: 'number',
  port: 'number',
  size: 'number',
} as const

type Shapes = typeof shapes
export type LogFields = { [Name in keyof Shapes]?: Shapes[Name] extends 'number' ? number : string }

export interface Log {
  info(event: string, fields?: LogFields): void
  warn(event: string, fields?: LogFields): void
  error(event: string, thrown: unknown, fields?: LogFields): void
}

export interface LogOptions {
  /** Id of the node, on every line. */
  node?: string
  /** One line for each request; `false` leaves them out. */
  requests?: boolean
  write?: (line: string) => void
  now?: () => Date
}

export function openLog(options: LogOptions = {}): Log {
  const write = options.write ?? (line => process.stderr.write(line))
  const now = options.now ?? (() => new Date())
  const put = (level: string, event: string, fields: LogFields, rest: object = {}) => {
    // Public pages are asked for as well; the nodes of a region look at the hub's feed all the time.
    if ((event === 'request' || event === 'public') && options.requests === false) return
    const line = {
      at: now().toISOString(),
      level,
      ...(options.node ? { node: options.node } : {}),
      event: code.test(event) ? event : withheld,
      ...checked(fields),
      ...rest,
    }
    write(`${JSON.stringify(line)}\n`)
  }
  return {
    info: (event, fields = {}) => put('info', event, fields),
    warn: (event, fields = {}) => put('warn', event, fields),
    error: (event, thrown, fields = {}) => put('error', event, fields, { error: describe(thrown) }),
  }
}

const withheld = '(withheld)'

/** Types are checked at build time only, and a value may come from anywhere. */
export function checked(fields: LogFields): LogFields {
  const kept: Record<string, string | number> = {}
  for (const [name, value] of Object.entries(fields)) {
    const shape = Object.hasOwn(shapes, name) ? shapes[name as keyof Shapes] : undefined
    if (!shape || value === undefined) continue
    const fits =
      shape === 'number'
        ? Number.isFinite(value)
        : typeof value === 'string' && shape.test(value) && value.length <= 200
    kept[name] = fits ? value : withheld
  }
  return kept
}

interface ErrorLines {
  name: string
  message?: string
  code?: string
  where?: Record<string, string>
  stack?: string[]
  cause?: ErrorLines
}

/** Composed by the engine from names in the code, and the first thing one wants to read of a bug. */
const ownWords: readonly unknown[] = [TypeError, ReferenceError]

const deepest = 4

function describe(thrown: unknown, depth = 0): ErrorLines {
  if (!(thrown instanceof Error)) return { name: typeof thrown }
  const { code: itsCode, cause } = thrown as Error & { code?: unknown }
  const lines: ErrorLines = { name: /^\w{1,60}$/.test(thrown.name) ? thrown.name : 'Error' }
  if (ownWords.includes(thrown.constructor)) lines.message = thrown.message.slice(0, 300)
  if (typeof itsCode === 'string' && /^[\w-]{1,60}$/.test(itsCode)) lines.code = itsCode
  const where = databaseNames(thrown)
  if (where) lines.where = where
  lines.stack = frames(thrown)
  if (cause !== undefined && depth < deepest) lines.cause = describe(cause, depth + 1)
  return lines
}

/** Names of tables and constraints that PostgreSQL tells; its message and detail hold values. */
function databaseNames(thrown: Error): Record<string, string> | undefined {
  const found: Record<string, string> = {}
  for (const name of ['schema', 'table', 'column', 'constraint', 'routine', 'syscall'] as const) {
    const value = (thrown as unknown as Record<string, unknown>)[name]
    if (typeof value === 'string' && /^[A-Za-z_][\w]{0,80}$/.test(value)) found[name] = value
  }
  return Object.keys(found).length > 0 ? found : undefined
}

/** The message stands above the frames and may itself have lines, so it is cut off first. */
function frames(error: Error): string[] {
  const stack = error.stack ?? ''
  const from = stack.startsWith(error.name) ? stack.indexOf(error.message) + error.message.length : 0
  return stack
    .slice(from)
    .split('\n')
    .filter(line => /^ {4}at /.test(line))
    .slice(0, 12)
    .map(line => line.slice(7).replace(root, ''))
}
