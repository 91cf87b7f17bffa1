/**
 * Commands that may be sent twice. The first answer to an Idempotency-Key is kept for a day, sealed; the same key
 * with the same command under the same hat gets it again, with another command is refused. It is a reading like any
 * other: whoever may no longer see what the answer was about gets nothing, and what is shown is written down.
 */
import { createHash } from 'node:crypto'
import { DomainError, notFound } from '@kerege/contract/errors'
import type { Context as Hono } from 'hono'
import type pg from 'pg'
import type { Actor, Node } from '../platform/context.ts'
import { seal, unseal } from '../platform/keys.ts'

export interface Remembered {
  key: string
  answer?: Response
  /** Ids that the answer showed. */
  subjects?: readonly string[]
}

/** What is sealed: the answer, and how far its records were open to the actor when it was given. */
interface Kept {
  body: string
  etag: string | null
  open: Readonly<Record<string, readonly string[]>>
}

/**
 * @returns null when no key was sent; with `answer` when this command was answered before
 * @throws DomainError `not-found` when its records are not open to the actor as they were
 */
export async function recall(
  node: Node,
  client: pg.ClientBase,
  actor: Actor,
  c: Hono,
  body: unknown,
): Promise<Remembered | null> {
  const key = c.req.header('idempotency-key')
  if (key === undefined || c.req.method === 'GET') return null
  if (!/^[A-Za-z0-9_-]{8,80}$/.test(key)) throw new DomainError('invalid', 'idempotency-key-malformed')
  const hash = createHash('sha256')
    .update(`${actor.hat} ${c.req.method} ${c.req.path} ${c.req.header('if-match') ?? ''}\n`)
    .update(body instanceof Uint8Array ? body : JSON.stringify(body ?? null))
    .digest()
  // A second request with the same key waits here until the first has committed or failed.
  const made = await client.query(
    'insert into platform.commands (account_id, key, request_hash) values ($1, $2, $3) on conflict do nothing',
    [actor.account, key, hash],
  )
  if (made.rowCount === 1) return { key }
  const found = await client.query<{
    request_hash: Buffer
    status: number | null
    sealed: Buffer | null
    subjects: string[]
  }>(
    'select request_hash, status, sealed, subjects from platform.commands where account_id = $1 and key = $2',
    [actor.account, key],
  )
  const first = found.rows[0]
  if (!first?.request_hash.equals(hash)) throw new DomainError('conflict', 'idempotency-key-reused')
  if (first.status === null || !first.sealed) throw new DomainError('conflict', 'try-again')
  const kept = JSON.parse(unseal(node.keys.node, key, first.sealed).toString()) as Kept
  const open = await openTo(client, Object.keys(kept.open))
  const lost = Object.entries(kept.open).some(([id, then]) => then.some(one => !open[id]?.includes(one)))
  if (lost) throw notFound()
  const headers: Record<string, string> = { 'cache-control': 'no-store', 'idempotent-replayed': 'true' }
  if (kept.etag) headers['etag'] = kept.etag
  if (kept.body !== '') headers['content-type'] = 'application/json'
  return {
    key,
    subjects: first.subjects,
    answer: new Response(kept.body === '' ? null : kept.body, { status: first.status, headers }),
  }
}

export async function remember(
  node: Node,
  client: pg.ClientBase,
  actor: Actor,
  command: Remembered,
  response: Response,
  subjects: ReadonlySet<string>,
): Promise<void> {
  const kept: Kept = {
    body: await response.clone().text(),
    etag: response.headers.get('etag'),
    // After the command: who handed somebody over hears it a second time as well.
    open: await openTo(client, [...subjects]),
  }
  await client.query(
    'update platform.commands set status = $3, sealed = $4, subjects = $5 where account_id = $1 and key = $2',
    [
      actor.account,
      command.key,
      response.status,
      seal(node.keys.node, command.key, Buffer.from(JSON.stringify(kept))),
      [...subjects],
    ],
  )
}

/** Compartments that are open to the actor, by record; records without any are left out. */
async function openTo(client: pg.ClientBase, ids: readonly string[]): Promise<Kept['open']> {
  if (ids.length === 0) return {}
  const found = await client.query<{ id: string; open: string[] }>(
    "select id, access.open_compartments('read', id) as open from unnest($1::uuid[]) as asked (id)",
    [ids],
  )
  return Object.fromEntries(found.rows.flatMap(({ id, open }) => (open.length > 0 ? [[id, open]] : [])))
}
