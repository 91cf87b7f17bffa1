/** Reading the log: the ombudsperson's search, and "who saw this" of one record. */
import type { AuditEntry, AuditFilter, Sighting } from '@kerege/contract/audit/schema'
import { notFound } from '@kerege/contract/errors'
import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import { openCursor, pageOf } from '../../platform/cursor.ts'
import { keyText, logKey } from './note.ts'
import { openValue, personKey } from './personKeys.ts'

type Filter = Omit<AuditFilter, 'limit' | 'cursor'>

/** The filtered log, newest first; the policy opens it to those who may search it. */
export function filteredEntries(ctx: Context, filter: Filter) {
  let query = ctx.tx.selectFrom('audit.entries as e')
  if (filter.accountId) query = query.where('e.account_id', '=', filter.accountId)
  if (filter.subjectId) query = query.where(sql<boolean>`e.subjects @> array[${filter.subjectId}::uuid]`)
  if (filter.action) query = query.where('e.action', '=', filter.action)
  if (filter.outcome) query = query.where('e.outcome', '=', filter.outcome)
  if (filter.from) query = query.where('e.at', '>=', `${filter.from}T00:00:00Z`)
  if (filter.to) query = query.where('e.at', '<', sql<string>`${filter.to}::date + 1`)
  return query
    .leftJoin('access.accounts as a', 'a.id', 'e.account_id')
    .leftJoin('audit.leaves as l', 'l.entry_id', 'e.id')
    .leftJoin('audit.reasons as r', 'r.entry_id', 'e.id')
    .select([
      'e.id',
      'e.at',
      'e.account_id',
      'a.name as who',
      'e.role',
      'e.action',
      'e.outcome',
      'e.code',
      'e.subjects',
      'e.fields',
      'e.counts',
      'l.number',
      'r.sealed',
      'r.person_id',
    ])
    .orderBy('e.at', 'desc')
    .orderBy('e.id', 'desc')
}

type Row = Awaited<ReturnType<ReturnType<typeof filteredEntries>['execute']>>[number]

export async function toEntry(ctx: Context, row: Row): Promise<AuditEntry> {
  const reason = await reasonOf(ctx, row)
  return {
    id: row.id,
    at: row.at,
    ...(row.account_id ? { accountId: row.account_id } : {}),
    ...(row.who ? { who: row.who } : {}),
    ...(row.role ? { role: row.role as NonNullable<AuditEntry['role']> } : {}),
    action: row.action,
    outcome: row.outcome as AuditEntry['outcome'],
    ...(row.code ? { code: row.code } : {}),
    subjects: row.subjects,
    fields: row.fields,
    counts: row.counts as Record<string, number>,
    ...(row.number === null ? {} : { number: row.number }),
    ...(reason === undefined ? {} : { reason }),
  }
}

/** Why somebody did it; gone with the person's key where it was written about one person. */
async function reasonOf(ctx: Context, row: Row): Promise<string | undefined> {
  if (!row.sealed) return undefined
  const keys = ctx.node.keys
  const key = row.person_id ? await personKey(ctx.tx, keys.persons, row.person_id) : keys.node
  const value = key ? openValue(key, row.id, row.sealed) : undefined
  return typeof value === 'string' ? value : undefined
}

const byTime = (last: { at: string; id: string }) => [last.at, last.id] as const

export async function search(
  ctx: Context,
  filter: AuditFilter,
): Promise<{ rows: AuditEntry[]; next?: string }> {
  const after = openCursor(ctx.node.keys.cursors, 'audit', filter.cursor)
  let query = filteredEntries(ctx, filter).limit(filter.limit + 1)
  if (after) query = query.where(sql<boolean>`(e.at, e.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`)
  const found = await query.execute()
  const { shown, next } = pageOf(ctx.node.keys.cursors, 'audit', { found, limit: filter.limit }, byTime)
  const rows: AuditEntry[] = []
  for (const row of shown) rows.push(await toEntry(ctx, row))
  ctx.trail.counted('entries', rows.length)
  return { rows, ...next }
}

export async function whoSaw(
  ctx: Context,
  subjectId: string,
  page: { cursor?: string | undefined; limit: number },
) {
  const open = await sql<{
    open: boolean
  }>`select access.covers('read', 'contact', ${subjectId}::uuid) as open`.execute(ctx.tx)
  if (!open.rows[0]?.open) throw notFound()
  const after = openCursor(ctx.node.keys.cursors, 'seen', page.cursor)
  const found = await sql<{
    id: string
    at: string
    who: string | null
    role: string | null
    action: string
    outcome: string
    fields: string[]
  }>`
    select s.id, s.at, a.name as who, s.role, s.action, s.outcome, s.fields
      from audit.seen(${subjectId}::uuid, ${after?.[0] ?? null}::timestamptz, ${after?.[1] ?? null}::uuid, ${page.limit + 1}) s
      left join access.accounts a on a.id = s.account_id
     order by s.at desc, s.id desc`.execute(ctx.tx)
  const { shown, next } = pageOf(
    ctx.node.keys.cursors,
    'seen',
    { found: found.rows, limit: page.limit },
    byTime,
  )
  const rows = shown.map(
    (row): Sighting => ({
      id: row.id,
      at: row.at,
      who: row.who ?? '',
      ...(row.role ? { role: row.role as NonNullable<Sighting['role']> } : {}),
      action: row.action,
      outcome: row.outcome as Sighting['outcome'],
      fields: row.fields,
    }),
  )
  ctx.trail.shown([subjectId])
  return { rows, ...next }
}

export async function logState(ctx: Context) {
  const last = await ctx.tx
    .selectFrom('audit.checkpoints')
    .select(['size', 'root', 'at', 'note'])
    .orderBy('size', 'desc')
    .limit(1)
    .executeTakeFirst()
  const waiting = await ctx.tx
    .selectFrom('audit.pending')
    .select(eb => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return {
    key: keyText(logKey(`kerege.${ctx.node.info.id}`, ctx.node.keys.log)),
    size: last?.size ?? 0,
    root: last?.root.toString('base64') ?? '',
    ...(last ? { at: last.at, note: last.note } : {}),
    waiting: waiting.count,
  }
}
