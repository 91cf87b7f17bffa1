/** What changed on a record, in the compartments open to the reader; unreadable once the person was erased. */
import type { HistoryEntry } from '@kerege/contract/people/schema'
import type { z } from 'zod'
import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import { openCursor, sealCursor } from '../../platform/cursor.ts'
import { openValue, personKey } from './personKeys.ts'

type Row = z.infer<typeof HistoryEntry>

export async function historyOf(
  ctx: Context,
  subjectId: string,
  page: { cursor?: string | undefined; limit: number },
): Promise<{ rows: Row[]; next?: string }> {
  const after = openCursor(ctx.node.keys.cursors, 'history', page.cursor)
  let query = ctx.tx
    .selectFrom('audit.history as h')
    .leftJoin('access.accounts as a', 'a.id', 'h.account_id')
    .leftJoin('audit.reasons as r', 'r.entry_id', 'h.entry_id')
    .select([
      'h.id',
      'h.entry_id',
      'h.at',
      'h.kind',
      'h.compartment',
      'h.person_id',
      'h.subject_id',
      'h.sealed',
      'a.name',
      'r.sealed as reason',
      'r.person_id as reason_person',
    ])
    // What joined this record brought its own history with it.
    .where(sql<boolean>`h.subject_id = any (${subjectId}::uuid || access.joined(${subjectId}::uuid))`)
    .orderBy('h.at', 'desc')
    .orderBy('h.id', 'desc')
    .limit(page.limit + 1)
  if (after) query = query.where(sql<boolean>`(h.at, h.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`)
  const found = await query.execute()
  const rows: Row[] = []
  for (const row of found.slice(0, page.limit)) {
    const key = await personKey(ctx.tx, ctx.node.keys.persons, row.person_id)
    if (!key) continue
    const reasonKey =
      row.reason_person === row.person_id ? key : row.reason_person ? null : ctx.node.keys.node
    const reason = row.reason && reasonKey ? openValue(reasonKey, row.entry_id, row.reason) : undefined
    rows.push({
      id: row.id,
      at: row.at,
      by: row.name ?? '',
      kind: row.kind as Row['kind'],
      ...(row.subject_id === subjectId ? {} : { of: row.subject_id }),
      compartment: row.compartment as Row['compartment'],
      ...(typeof reason === 'string' ? { reason } : {}),
      changes: openValue(key, row.id, row.sealed) as Row['changes'],
    })
  }
  const last = found[page.limit - 1]
  return found.length > page.limit && last
    ? { rows, next: sealCursor(ctx.node.keys.cursors, 'history', [last.at, last.id]) }
    : { rows }
}
