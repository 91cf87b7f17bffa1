/** Parties and their delegations: reading, adding, changing. A classification changes with a reason, which is kept. */
import type { Parsed } from '@kerege/contract/route'
import type { MultiText } from '@kerege/contract/common'
import type { Classification } from '@kerege/contract/council/rules'
import type { Delegate, Party, PartyName, PartyRow } from '@kerege/contract/council/schema'
import type * as routes from '@kerege/contract/council/routes'
import { DomainError, invalid, notFound } from '@kerege/contract/errors'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'

export async function partyNames(tx: Tx): Promise<ReadonlyMap<string, PartyName>> {
  const rows = await tx
    .selectFrom('council.parties')
    .select(['id', 'code', 'name', 'classification'])
    .orderBy('code')
    .execute()
  return new Map(rows.map(row => [row.id, nameOf(row)]))
}

const nameOf = (row: { id: string; code: string; name: unknown; classification: string }): PartyName => ({
  id: row.id,
  code: row.code,
  name: row.name as MultiText,
  classification: row.classification as Classification,
})

const selected = (tx: Tx) =>
  tx
    .selectFrom('council.parties as p')
    .selectAll('p')
    .select(eb => [
      eb
        .selectFrom('council.delegates as d')
        .whereRef('d.party_id', '=', 'p.id')
        .select(inner => inner.fn.countAll<number>().as('count'))
        .$asScalar()
        .as('delegates'),
      eb
        .selectFrom('council.delegates as d')
        .whereRef('d.party_id', '=', 'p.id')
        .where('d.head', '=', true)
        .where('d.to_day', 'is', null)
        .select('d.name')
        .orderBy('d.from_day', 'desc')
        .limit(1)
        .as('head_name'),
    ])
type Found = Awaited<ReturnType<ReturnType<typeof selected>['executeTakeFirstOrThrow']>>

const toRow = (row: Found): PartyRow => ({
  ...nameOf(row),
  ...(row.country === null ? {} : { country: row.country }),
  reportsCases: row.reports_cases,
  delegates: Number(row.delegates ?? 0),
  ...(row.head_name === null ? {} : { head: row.head_name }),
})

const order: readonly Classification[] = ['member', 'partner', 'observer', 'experts']

export async function list(ctx: Context) {
  const rows = (await selected(ctx.tx).orderBy('p.code').execute()).map(toRow)
  ctx.trail.shown(rows.map(row => row.id))
  return {
    rows: rows.toSorted(
      (one, other) => order.indexOf(one.classification) - order.indexOf(other.classification),
    ),
  }
}

const delegates = (tx: Tx) =>
  tx
    .selectFrom('council.delegates as d')
    .leftJoin('access.accounts as a', 'a.id', 'd.account_id')
    .leftJoin('access.accounts as b', 'b.id', 'd.credentials_by')
    .selectAll('d')
    .select(['a.name as account_name', 'b.name as by_name'])
type FoundDelegate = Awaited<ReturnType<ReturnType<typeof delegates>['executeTakeFirstOrThrow']>>

const toDelegate = (row: FoundDelegate): Delegate => ({
  id: row.id,
  version: row.version,
  name: row.name,
  ...(row.function === null ? {} : { function: row.function }),
  head: row.head,
  ...(row.account_id === null ? {} : { account: { id: row.account_id, name: row.account_name ?? '' } }),
  from: row.from_day,
  ...(row.to_day === null ? {} : { to: row.to_day }),
  credentials: row.credentials as Delegate['credentials'],
  ...(row.credentials_on === null ? {} : { credentialsOn: row.credentials_on }),
  ...(row.by_name === null ? {} : { credentialsBy: row.by_name }),
})

export async function whole(ctx: Context, id: string): Promise<Party> {
  const row = await selected(ctx.tx).where('p.id', '=', id).executeTakeFirst()
  if (!row) throw notFound()
  const people = await delegates(ctx.tx)
    .where('d.party_id', '=', id)
    .orderBy('d.head', 'desc')
    .orderBy('d.from_day', 'desc')
    .orderBy('d.id')
    .execute()
  const changes = await ctx.tx
    .selectFrom('council.party_changes as c')
    .innerJoin('access.accounts as a', 'a.id', 'c.account_id')
    .select(['c.at', 'a.name', 'c.from_classification', 'c.to_classification', 'c.reason'])
    .where('c.party_id', '=', id)
    .orderBy('c.at', 'desc')
    .execute()
  ctx.trail.shown([id])
  return {
    ...toRow(row),
    version: row.version,
    ...(row.note === null ? {} : { note: row.note as MultiText }),
    ...(row.source_url === null ? {} : { sourceUrl: row.source_url }),
    people: people.map(toDelegate),
    changes: changes.map(one => ({
      at: one.at,
      by: one.name,
      from: one.from_classification as Classification,
      to: one.to_classification as Classification,
      reason: one.reason,
    })),
  }
}

export async function add(ctx: Context, draft: Parsed<typeof routes.addParty>['body']): Promise<Party> {
  const made = await ctx.tx
    .insertInto('council.parties')
    .values({
      id: draft.id,
      code: draft.code,
      name: JSON.stringify(draft.name),
      classification: draft.classification,
      country: draft.country ?? null,
      reports_cases: draft.reportsCases,
      updated_at: ctx.now,
    })
    .onConflict(conflict => conflict.doNothing())
    .executeTakeFirst()
  if (!made.numInsertedOrUpdatedRows) {
    const known = await ctx.tx
      .selectFrom('council.parties')
      .select('code')
      .where('id', '=', draft.id)
      .executeTakeFirst()
    if (known?.code !== draft.code) throw invalid([{ pointer: '/code', code: 'code-taken' }])
  }
  ctx.trail.touched(draft.id)
  return whole(ctx, draft.id)
}

export async function change(
  ctx: Context,
  id: string,
  draft: Parsed<typeof routes.changeParty>['body'],
): Promise<Party> {
  const row = await ctx.tx
    .selectFrom('council.parties')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw notFound()
  requireVersion(ctx, row.version)
  if (row.classification !== draft.classification) {
    if (!draft.reason) throw invalid([{ pointer: '/reason', code: 'required' }])
    await ctx.tx
      .insertInto('council.party_changes')
      .values({
        id: newId(ctx.now.getTime()),
        party_id: id,
        at: ctx.now,
        account_id: ctx.actor.account,
        from_classification: row.classification,
        to_classification: draft.classification,
        reason: draft.reason,
      })
      .execute()
    ctx.trail.because(draft.reason)
  }
  await ctx.tx
    .updateTable('council.parties')
    .set({
      name: JSON.stringify(draft.name),
      classification: draft.classification,
      country: draft.country ?? null,
      reports_cases: draft.reportsCases,
      version: row.version + 1,
      updated_at: ctx.now,
    })
    .where('id', '=', id)
    .execute()
  ctx.trail.touched(id, row.classification === draft.classification ? ['name'] : ['classification'])
  return whole(ctx, id)
}

export function requireVersion(ctx: Context, version: number) {
  if (ctx.basedOn !== null && ctx.basedOn !== version) {
    throw new DomainError('conflict', 'stale-version', { version })
  }
}

type Draft = Parsed<typeof routes.changeDelegate>['body']

/** Who took the credentials in is who wrote that they are there. */
function columns(
  ctx: Context,
  draft: Draft,
  before?: { credentials: string; credentials_by: string | null },
) {
  const same = before?.credentials === draft.credentials
  return {
    name: draft.name,
    function: draft.function ?? null,
    head: draft.head,
    account_id: draft.accountId ?? null,
    from_day: draft.from,
    to_day: draft.to ?? null,
    credentials: draft.credentials,
    credentials_on:
      draft.credentialsOn ?? (draft.credentials === 'awaited' ? null : ctx.now.toISOString().slice(0, 10)),
    credentials_by: same ? (before?.credentials_by ?? null) : ctx.actor.account,
    updated_at: ctx.now,
  }
}

async function requireSound(ctx: Context, draft: Draft) {
  if (draft.to && draft.to < draft.from) throw invalid([{ pointer: '/to', code: 'period-reversed' }])
  if (!draft.accountId) return
  const account = await ctx.tx
    .selectFrom('access.accounts')
    .select('id')
    .where('id', '=', draft.accountId)
    .where('state', '<>', 'blocked')
    .executeTakeFirst()
  if (!account) throw invalid([{ pointer: '/accountId', code: 'not-found' }])
}

export async function addDelegate(
  ctx: Context,
  partyId: string,
  draft: Parsed<typeof routes.addDelegate>['body'],
): Promise<Party> {
  const party = await ctx.tx
    .selectFrom('council.parties')
    .select('id')
    .where('id', '=', partyId)
    .executeTakeFirst()
  if (!party) throw notFound()
  await requireSound(ctx, draft)
  await ctx.tx
    .insertInto('council.delegates')
    .values({ id: draft.id, party_id: partyId, ...columns(ctx, draft) })
    .onConflict(conflict => conflict.column('id').doNothing())
    .execute()
  ctx.trail.touched(draft.id)
  return whole(ctx, partyId)
}

export async function changeDelegate(ctx: Context, id: string, draft: Draft): Promise<Delegate> {
  const row = await ctx.tx
    .selectFrom('council.delegates')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw notFound()
  requireVersion(ctx, row.version)
  await requireSound(ctx, draft)
  await ctx.tx
    .updateTable('council.delegates')
    .set({ ...columns(ctx, draft, row), version: row.version + 1 })
    .where('id', '=', id)
    .execute()
  ctx.trail.touched(id, row.credentials === draft.credentials ? [] : ['credentials'])
  return toDelegate(await delegates(ctx.tx).where('d.id', '=', id).executeTakeFirstOrThrow())
}
