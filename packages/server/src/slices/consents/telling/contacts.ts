/** The register of contacts: schools, clinics and offices, with whoever is there. About no family. */
import type { RecipientKind } from '@kerege/contract/consents/recipients'
import type { AddContact, Contact, ContactFilter, SaveContact } from '@kerege/contract/consents/tellingSchema'
import type { Page } from '@kerege/contract/common'
import { DomainError, invalid, notFound } from '@kerege/contract/errors'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { openCursor, sealCursor } from '../../../platform/cursor.ts'

const selected = (ctx: Context) =>
  ctx.tx
    .selectFrom('consents.contacts as k')
    .selectAll('k')
    .select([
      sql<number>`(select count(*)::int from consents.disclosures d where d.contact_id = k.id)`.as('told'),
      sql<string>`lower(k.organisation)`.as('sorted'),
    ])
type Found = Awaited<ReturnType<ReturnType<typeof selected>['execute']>>[number]

const toContact = (row: Found): Contact => ({
  id: row.id,
  version: row.version,
  kind: row.kind as RecipientKind, // a constraint of the table
  organisation: row.organisation,
  ...(row.person ? { person: row.person } : {}),
  ...(row.reach ? { reach: row.reach } : {}),
  closed: row.closed_at !== null,
  told: row.told,
})

export async function list(ctx: Context, filter: ContactFilter): Promise<Page<Contact>> {
  const after = openCursor(ctx.node.keys.cursors, 'contacts', filter.cursor)
  let query = selected(ctx)
  if (filter.kind) query = query.where('k.kind', '=', filter.kind)
  if (filter.open !== undefined) query = query.where('k.closed_at', filter.open ? 'is' : 'is not', null)
  if (after)
    query = query.where(sql<boolean>`(lower(k.organisation), k.id) > (${after[0]}, ${after[1]}::uuid)`)
  const found = await query
    .orderBy(sql`lower(k.organisation)`)
    .orderBy('k.id')
    .limit(filter.limit + 1)
    .execute()
  const shown = found.slice(0, filter.limit)
  const last = shown.at(-1)
  const rows = shown.map(toContact)
  return found.length > filter.limit && last
    ? { rows, next: sealCursor(ctx.node.keys.cursors, 'contacts', [last.sorted, last.id]) }
    : { rows }
}

async function get(ctx: Context, id: string): Promise<Contact> {
  const row = await selected(ctx).where('k.id', '=', id).executeTakeFirst()
  if (!row) throw notFound()
  return toContact(row)
}

/**
 * Somebody who can be told now: not closed, and no authority, which is answered by two people.
 * @throws DomainError a fault at the contact
 */
export async function openContact(ctx: Context, id: string): Promise<Contact> {
  const row = await selected(ctx).where('k.id', '=', id).executeTakeFirst()
  if (!row) throw invalid([{ pointer: '/contactId', code: 'not-found' }])
  if (row.closed_at) throw invalid([{ pointer: '/contactId', code: 'closed' }])
  if (row.kind === 'authority') throw invalid([{ pointer: '/contactId', code: 'asks-in-writing' }])
  return toContact(row)
}

/** A command that is sent again makes nothing new: the id was made by the device. */
export async function add(ctx: Context, draft: AddContact): Promise<Contact> {
  await ctx.tx
    .insertInto('consents.contacts')
    .values({
      id: draft.id,
      kind: draft.kind,
      organisation: draft.organisation,
      person: draft.person ?? null,
      reach: draft.reach ?? null,
      created_by: ctx.actor.account,
      created_at: ctx.now,
      updated_at: ctx.now,
    })
    .onConflict(conflict => conflict.column('id').doNothing())
    .execute()
  ctx.trail.touched(draft.id, ['organisation'])
  return get(ctx, draft.id)
}

/**
 * What somebody was told stays as it was told: the kind of a contact that was told of something does not change.
 * @throws DomainError `stale-version`
 */
export async function change(ctx: Context, id: string, draft: SaveContact): Promise<Contact> {
  const seen = await get(ctx, id)
  if (seen.version !== ctx.basedOn)
    throw new DomainError('conflict', 'stale-version', { version: seen.version })
  if (draft.kind !== seen.kind && (await wasTold(ctx, id)))
    throw invalid([{ pointer: '/kind', code: 'was-told' }])
  const saved = await ctx.tx
    .updateTable('consents.contacts')
    .set({
      kind: draft.kind,
      organisation: draft.organisation,
      person: draft.person ?? null,
      reach: draft.reach ?? null,
      closed_at: draft.closed ? sql`coalesce(closed_at, ${ctx.now.toISOString()}::timestamptz)` : null,
      version: seen.version + 1,
      updated_at: ctx.now,
    })
    .where('id', '=', id)
    .where('version', '=', seen.version)
    .executeTakeFirst()
  if (!saved.numUpdatedRows) throw new DomainError('conflict', 'stale-version')
  ctx.trail.touched(id, ['contact'])
  return get(ctx, id)
}

/** By anybody, of anybody: the answer says no more than that. */
async function wasTold(ctx: Context, id: string): Promise<boolean> {
  const found = await sql<{ told: boolean }>`select consents.was_told(${id}::uuid) as told`.execute(ctx.tx)
  return found.rows[0]?.told ?? false
}
