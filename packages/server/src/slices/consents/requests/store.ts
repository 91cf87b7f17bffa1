/** Requests by authorities in SQL. Known to those who read the legal section, to those who decide, and to oversight. */
import type { Page } from '@kerege/contract/common'
import { fieldFacts, fieldsFor } from '@kerege/contract/consents/recipients'
import type { AuthorityRequest, RequestFilter, RequestRow } from '@kerege/contract/consents/requestSchema'
import { notFound } from '@kerege/contract/errors'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { openCursor, sealCursor } from '../../../platform/cursor.ts'
import { whose } from '../standing.ts'
import { inOrder } from '../telling/disclosures.ts'
import { valuesOf } from '../telling/values.ts'

const selected = (ctx: Context) =>
  ctx.tx
    .selectFrom('consents.requests as r')
    .innerJoin('people.persons as p', 'p.id', 'r.person_id')
    .innerJoin('consents.contacts as k', 'k.id', 'r.contact_id')
    .innerJoin('access.accounts as a', 'a.id', 'r.account_id')
    .leftJoin('access.accounts as c', 'c.id', 'r.closed_by')
    .selectAll('r')
    .select(['p.label as person', 'k.organisation', 'a.name as by_name', 'c.name as closed_name'])
type Found = Awaited<ReturnType<ReturnType<typeof selected>['execute']>>[number]

/** The nearest term first. */
export async function list(ctx: Context, filter: RequestFilter): Promise<Page<RequestRow>> {
  const after = openCursor(ctx.node.keys.cursors, 'authority-requests', filter.cursor)
  let query = selected(ctx)
  if (filter.personId) query = query.where('r.person_id', '=', filter.personId)
  if (filter.state) query = query.where('r.state', '=', filter.state)
  else if (!filter.personId) query = query.where('r.state', 'in', ['recorded', 'asked'])
  if (after) query = query.where(sql<boolean>`(r.due, r.id) > (${after[0]}::date, ${after[1]}::uuid)`)
  const found = await query
    .orderBy('r.due')
    .orderBy('r.id')
    .limit(filter.limit + 1)
    .execute()
  const shown = found.slice(0, filter.limit)
  const last = shown.at(-1)
  const rows = shown.map(toRow)
  return found.length > filter.limit && last
    ? { rows, next: sealCursor(ctx.node.keys.cursors, 'authority-requests', [last.due, last.id]) }
    : { rows }
}

export const find = (ctx: Context, id: string): Promise<Found | undefined> =>
  selected(ctx).where('r.id', '=', id).executeTakeFirst()

const toRow = (row: Found): RequestRow => ({
  id: row.id,
  version: row.version,
  personId: row.person_id,
  person: row.person,
  contact: { id: row.contact_id, organisation: row.organisation },
  paper: row.paper,
  paperOn: row.paper_on,
  legalBasis: row.legal_basis,
  asks: row.asks,
  due: row.due,
  ...(row.document_id ? { documentId: row.document_id } : {}),
  state: row.state as RequestRow['state'], // a constraint of the table
  by: { id: row.account_id, name: row.by_name },
  recordedAt: row.recorded_at,
  ...(row.closed_at && row.closed_by && row.closed_name !== null
    ? { closed: { at: row.closed_at, by: { id: row.closed_by, name: row.closed_name } } }
    : {}),
})

/** @throws DomainError `not-found`, for what is not open and for what is not there alike */
export async function whole(ctx: Context, id: string): Promise<AuthorityRequest> {
  const row = await find(ctx, id)
  if (!row) throw notFound()
  const fields = await ctx.tx
    .selectFrom('consents.request_fields as f')
    .select(['f.field', 'f.value'])
    .where('f.request_id', '=', id)
    .execute()
  const size = await sql<{ n: number }>`select consents.proposed_size(${id}::uuid) as n`.execute(ctx.tx)
  const approvalId = await pendingFor(ctx, id)
  const disclosure = await ctx.tx
    .selectFrom('consents.disclosures as d')
    .select('d.id')
    .where('d.request_id', '=', id)
    .executeTakeFirst()
  const open = row.state === 'recorded' || (row.state === 'asked' && !approvalId)
  const mayAnswer = open && ctx.actor.verbs.includes('requests.answer')
  ctx.trail.shown([id, row.person_id])
  return {
    ...toRow(row),
    ...(row.reason ? { reason: row.reason } : {}),
    fields: inOrder(fields),
    notShown: (size.rows[0]?.n ?? fields.length) - fields.length,
    ...(approvalId ? { approvalId } : {}),
    ...(disclosure ? { disclosureId: disclosure.id } : {}),
    mayAnswer,
    offered: mayAnswer ? await offeredOf(ctx, row.person_id) : [],
  }
}

/** What an authority can be told at all, of the sections that are open to whoever answers. */
async function offeredOf(ctx: Context, personId: string): Promise<AuthorityRequest['offered']> {
  const { readable } = await whose(ctx, personId)
  const fields = fieldsFor('authority').filter(field => readable.includes(fieldFacts[field].compartment))
  const values = await valuesOf(ctx, personId, fields, ctx.actor.language)
  return fields.map(field => {
    const value = values[field]
    return { field, from: fieldFacts[field].from, ...(value ? { value } : {}) }
  })
}

/** The decision that waits, told to those who may know of it. */
export async function pendingFor(ctx: Context, id: string): Promise<string | undefined> {
  const found = await sql<{ id: string | null }>`select consents.pending_release(${id}::uuid) as id`.execute(
    ctx.tx,
  )
  return found.rows[0]?.id ?? undefined
}
