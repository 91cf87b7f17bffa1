/**
 * Collects what one request did and writes it as one entry, in the transaction of what happened.
 * Reads, writes and refusals alike; values are sealed under the key of the person before they are stored.
 */
import { randomBytes } from 'node:crypto'
import type { Actor, Change, Trail } from '../../platform/context.ts'
import { over } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'
import type { Keys } from '../../platform/masterKey.ts'
import { sql } from 'kysely'
import pg from 'pg'
import type { Outcome } from './entry.ts'
import { inPortions } from '../../platform/turns.ts'
import { personKey, personKeys, sealValue } from './personKeys.ts'

export interface RecordingTrail extends Trail {
  /** Ids that this request showed or touched. */
  readonly subjects: ReadonlySet<string>
  /** Writes the entry with whatever is collected, and commits, in one round trip where nothing is sealed. */
  commit(client: pg.ClientBase, actor: Actor | null): Promise<void>
}

interface Reason {
  text: string
  personId: string | undefined
}

/** @param action audit name of the route */
export function openTrail(keys: Keys, requestId: string, action: string, now: Date): RecordingTrail {
  const subjects = new Set<string>()
  const fields = new Set<string>()
  const counts: Record<string, number> = {}
  const changes: Change[] = []
  let reason: Reason | undefined
  let name = action

  return {
    subjects,
    shown(ids) {
      for (const id of ids) subjects.add(id)
    },
    touched(subjectId, names = []) {
      subjects.add(subjectId)
      for (const field of names) fields.add(field)
    },
    changed(change) {
      subjects.add(change.subjectId)
      for (const { field } of change.changes) fields.add(`${change.compartment}.${field}`)
      changes.push(change)
    },
    counted(what, number) {
      counts[what] = number
    },
    because(text, personId) {
      reason = { text, personId }
    },
    named(other) {
      name = other
    },
    async commit(client, actor) {
      const entryId = newId(now.getTime())
      const seals: Buffer[] = []
      if (changes.length > 0 || reason) {
        const tx = over(client)
        await inPortions(changes, changesAtOnce, async some => {
          seals.push(...(await writeChanges(tx, keys, entryId, some, actor, now)))
        })
        if (reason) seals.push(await writeReason(tx, keys, entryId, reason))
      }
      await client.query(
        `${insertEntry({
          id: entryId,
          at: now.toISOString(),
          requestId,
          actor: actor && { account: actor.account, role: actor.role },
          action: name,
          outcome: 'done',
          code: null,
          subjects: [...subjects],
          fields: [...fields],
          counts,
          seals,
        })}; commit`,
      )
    },
  }
}

interface NewEntry {
  id: string
  at: string
  requestId: string
  actor: { account: string; role: string | null } | null
  action: string
  outcome: Outcome
  code: string | null
  subjects: readonly string[]
  fields: readonly string[]
  counts: Readonly<Record<string, number>>
  seals: readonly Buffer[]
}

// One statement with literals, so that entry and commit share a round trip. Everything in it is ours: ids, codes, names of fields.
function insertEntry(entry: NewEntry): string {
  const text = (value: string | null | undefined) => (value == null ? 'null' : pg.escapeLiteral(value))
  const list = (values: readonly string[], type: string) =>
    `array[${values.map(value => pg.escapeLiteral(value)).join(',')}]::${type}[]`
  const bytes = (values: readonly Buffer[]) =>
    `array[${values.map(value => `'\\x${value.toString('hex')}'::bytea`).join(',')}]::bytea[]`
  return `insert into audit.entries (id, at, request_id, account_id, role, action, outcome, code, subjects, fields, counts, seals, salt) values (${[
    text(entry.id),
    text(entry.at),
    text(entry.requestId),
    text(entry.actor?.account),
    text(entry.actor?.role),
    text(entry.action),
    text(entry.outcome),
    text(entry.code),
    list(entry.subjects, 'uuid'),
    list(entry.fields, 'text'),
    text(JSON.stringify(entry.counts)),
    bytes(entry.seals),
    `'\\x${randomBytes(16).toString('hex')}'::bytea`,
  ].join(', ')})`
}

/** An entry outside a request's transaction: refusals after the rollback, sign-ins, work of the node itself. */
export async function recordAlone(
  pool: pg.Pool,
  entry: {
    requestId: string
    at: Date
    actor: { account: string; role: string | null } | null
    action: string
    outcome: Outcome
    code?: string
    subjects?: readonly string[]
    counts?: Readonly<Record<string, number>>
  },
): Promise<void> {
  await pool.query(
    insertEntry({
      id: newId(entry.at.getTime()),
      at: entry.at.toISOString(),
      requestId: entry.requestId,
      actor: entry.actor,
      action: entry.action,
      outcome: entry.outcome,
      code: entry.code ?? null,
      subjects: entry.subjects ?? [],
      fields: [],
      counts: entry.counts ?? {},
      seals: [],
    }),
  )
}

type Tx = ReturnType<typeof over>

/** Sealed and written in one go; a list of hundreds does not hold up who asks for one. */
const changesAtOnce = 100

/** @returns the seals, in the order of the changes */
async function writeChanges(
  tx: Tx,
  keys: Keys,
  entryId: string,
  changes: readonly Change[],
  actor: Actor | null,
  now: Date,
): Promise<Buffer[]> {
  const persons = [...new Set(changes.map(change => change.personId))]
  const keysOf = await personKeys(tx, keys.persons, persons, true)
  const seals: Buffer[] = []
  const rows = changes.map(change => {
    const key = keysOf.get(change.personId)
    if (!key) throw new Error('A change of an erased person cannot be written.')
    const id = newId(now.getTime())
    const { sealed, hash } = sealValue(key, id, change.changes)
    seals.push(hash)
    const { personId, subjectId, compartment, kind, version } = change
    const fields = change.changes.map(one => one.field)
    const hex = { sealed: sealed.toString('hex'), seal: hash.toString('hex') }
    return { id, personId, subjectId, compartment, kind, version, fields, ...hex }
  })
  await sql`
    insert into audit.history (id, entry_id, person_id, subject_id, compartment, kind, version, at, account_id, fields, sealed, seal)
      select n.id, ${entryId}::uuid, n."personId", n."subjectId", n.compartment, n.kind, n.version,
        ${now.toISOString()}::timestamptz, ${actor?.account ?? null}::uuid, n.fields, decode(n.sealed, 'hex'), decode(n.seal, 'hex')
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n (id uuid, "personId" uuid, "subjectId" uuid, compartment text,
        kind text, version int, fields text[], sealed text, seal text)`.execute(tx)
  return seals
}

async function writeReason(tx: Tx, keys: Keys, entryId: string, reason: Reason) {
  const key = reason.personId ? await personKey(tx, keys.persons, reason.personId, true) : keys.node
  if (!key) throw new Error('A reason for an erased person cannot be written.')
  const { sealed, hash } = sealValue(key, entryId, reason.text)
  await tx
    .insertInto('audit.reasons')
    .values({ entry_id: entryId, person_id: reason.personId ?? null, sealed, seal: hash })
    .execute()
  return hash
}
