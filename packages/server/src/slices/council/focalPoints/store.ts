/** The register of focal points. Contacts come from a table of their own, which is empty to those who are no members. */
import type { Language } from '@kerege/contract/common'
import type * as routes from '@kerege/contract/council/focalPoints/routes'
import type { FocalFilter, FocalPoint } from '@kerege/contract/council/focalPoints/schema'
import { focalHindrance } from '@kerege/contract/council/requests/rules'
import type { PartyName } from '@kerege/contract/council/schema'
import { invalid, notFound } from '@kerege/contract/errors'
import type { Parsed } from '@kerege/contract/route'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/database.ts'
import { partyNames, requireVersion } from '../parties.ts'

const dayOf = (ctx: Context) => ctx.now.toISOString().slice(0, 10)

const selected = (tx: Tx) =>
  tx
    .selectFrom('council.focal_points as f')
    .innerJoin('council.parties as p', 'p.id', 'f.party_id')
    .leftJoin('council.focal_contacts as c', 'c.focal_point_id', 'f.id')
    .leftJoin('access.accounts as a', 'a.id', 'f.account_id')
    .selectAll('f')
    .select([
      'c.focal_point_id as has_contact',
      'c.email',
      'c.phone',
      'c.note',
      'a.name as account_name',
      'p.code',
    ])
    // Members before others, then by their codes; the focal point before the deputies.
    .orderBy(sql`p.classification <> 'member'`)
    .orderBy('p.code')
    .orderBy(sql`f.role <> 'focal-point'`)
    .orderBy('f.from_day', 'desc')
    .orderBy('f.id')
type Found = Awaited<ReturnType<ReturnType<typeof selected>['executeTakeFirstOrThrow']>>

const runs = (row: { from_day: string; to_day: string | null }, day: string) =>
  row.from_day <= day && (row.to_day === null || row.to_day >= day)

function toShape(row: Found, party: PartyName, day: string): FocalPoint {
  return {
    id: row.id,
    version: row.version,
    party,
    role: row.role as FocalPoint['role'],
    name: row.name,
    office: row.office,
    languages: row.languages as Language[],
    ...(row.account_id === null ? {} : { account: { id: row.account_id, name: row.account_name ?? '' } }),
    from: row.from_day,
    ...(row.to_day === null ? {} : { to: row.to_day }),
    running: runs(row, day),
    ...(row.has_contact === null
      ? {}
      : {
          contact: {
            ...(row.email === null ? {} : { email: row.email }),
            ...(row.phone === null ? {} : { phone: row.phone }),
            ...(row.note === null ? {} : { note: row.note }),
          },
        }),
  }
}

export async function list(ctx: Context, filter: FocalFilter) {
  const day = dayOf(ctx)
  let query = selected(ctx.tx)
  if (filter.partyId) query = query.where('f.party_id', '=', filter.partyId)
  if (!filter.ended) query = query.where(eb => eb.or([eb('f.to_day', 'is', null), eb('f.to_day', '>=', day)]))
  const found = await query.execute()
  const names = await partyNames(ctx.tx)
  const { rows } = await sql<{ may: boolean }>`select council.of_members() as may`.execute(ctx.tx)
  ctx.trail.shown(found.map(row => row.id))
  return {
    rows: found.flatMap(row => {
      const party = names.get(row.party_id)
      return party ? [toShape(row, party, day)] : []
    }),
    contacts: rows[0]?.may ?? false,
  }
}

async function one(ctx: Context, id: string): Promise<FocalPoint> {
  const row = await selected(ctx.tx).where('f.id', '=', id).executeTakeFirst()
  const party = row && (await partyNames(ctx.tx)).get(row.party_id)
  if (!party) throw notFound()
  ctx.trail.shown([id])
  return toShape(row, party, dayOf(ctx))
}

type Draft = Parsed<typeof routes.changeFocalPoint>['body']

const columns = (ctx: Context, draft: Draft) => ({
  role: draft.role,
  name: draft.name,
  office: draft.office,
  languages: draft.languages,
  account_id: draft.accountId ?? null,
  from_day: draft.from,
  to_day: draft.to ?? null,
  updated_at: ctx.now,
})

async function requireAccount(ctx: Context, accountId: string | undefined) {
  if (!accountId) return
  const account = await ctx.tx
    .selectFrom('access.accounts')
    .select('id')
    .where('id', '=', accountId)
    .where('state', '<>', 'blocked')
    .executeTakeFirst()
  if (!account) throw invalid([{ pointer: '/accountId', code: 'not-found' }])
}

async function writeContact(ctx: Context, id: string, { contact }: Draft) {
  const given = { email: contact.email ?? null, phone: contact.phone ?? null, note: contact.note ?? null }
  await ctx.tx
    .insertInto('council.focal_contacts')
    .values({ focal_point_id: id, ...given })
    .onConflict(conflict => conflict.column('focal_point_id').doUpdateSet(given))
    .execute()
}

export async function add(
  ctx: Context,
  draft: Parsed<typeof routes.addFocalPoint>['body'],
): Promise<FocalPoint> {
  const party = await ctx.tx
    .selectFrom('council.parties')
    .select('id')
    .where('id', '=', draft.partyId)
    .executeTakeFirst()
  if (!party) throw invalid([{ pointer: '/partyId', code: 'not-found' }])
  await requireAccount(ctx, draft.accountId)
  const made = await ctx.tx
    .insertInto('council.focal_points')
    .values({ id: draft.id, party_id: draft.partyId, ...columns(ctx, draft) })
    .onConflict(conflict => conflict.column('id').doNothing())
    .executeTakeFirst()
  if (made.numInsertedOrUpdatedRows) await writeContact(ctx, draft.id, draft)
  ctx.trail.touched(draft.id)
  return one(ctx, draft.id)
}

export async function change(ctx: Context, id: string, draft: Draft): Promise<FocalPoint> {
  const row = await ctx.tx
    .selectFrom('council.focal_points')
    .select('version')
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw notFound()
  requireVersion(ctx, row.version)
  await requireAccount(ctx, draft.accountId)
  await ctx.tx
    .updateTable('council.focal_points')
    .set({ ...columns(ctx, draft), version: row.version + 1 })
    .where('id', '=', id)
    .execute()
  await writeContact(ctx, id, draft)
  ctx.trail.touched(id, ['focal-point'])
  return one(ctx, id)
}

export interface Focal {
  party?: PartyName
  hindrance: NonNullable<ReturnType<typeof focalHindrance>> | null
}

/** For whom the reader asks and answers today, or why they do not. */
export async function focalOf(ctx: Context): Promise<Focal> {
  const rows = await ctx.tx
    .selectFrom('council.focal_points')
    .select(['party_id', 'from_day', 'to_day'])
    .where('account_id', '=', ctx.actor.account)
    .orderBy('from_day', 'desc')
    .orderBy('id')
    .execute()
  const names = await partyNames(ctx.tx)
  const all = rows.flatMap((row): Focal[] => {
    const party = names.get(row.party_id)
    if (!party) return []
    const mine = { classification: party.classification, from: row.from_day, to: row.to_day ?? undefined }
    return [{ party, hindrance: focalHindrance(mine, dayOf(ctx)) }]
  })
  return all.find(one => one.hindrance === null) ?? all[0] ?? { hindrance: 'no-focal-point' }
}
