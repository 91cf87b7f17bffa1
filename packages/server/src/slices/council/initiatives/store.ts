/** Initiatives in SQL: rows, one whole, and the list under its filter. */
import type { MultiText } from '@kerege/contract/common'
import type {
  ActivityKind,
  BudgetBand,
  InitiativeStatus,
  TargetGroup,
} from '@kerege/contract/council/initiatives/codes'
import type {
  InitiativeContent,
  InitiativeFilter,
  InitiativeRow,
} from '@kerege/contract/council/initiatives/schema'
import { yearPeriod } from '@kerege/contract/council/initiatives/matrix'
import { foldWords } from '@kerege/contract/council/documents/words'
import { notFound } from '@kerege/contract/errors'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { openCursor, pageOf } from '../../../platform/cursor.ts'
import type { Tx } from '../../../platform/database.ts'
import { partyNames } from '../parties.ts'

export const selected = (tx: Tx) =>
  tx
    .selectFrom('council.initiatives as i')
    .innerJoin('council.pillars as p', 'p.id', 'i.pillar_id')
    .selectAll('i')
    .select(['p.code as pillar_code', 'p.name as pillar_name'])
export type Found = Awaited<ReturnType<ReturnType<typeof selected>['executeTakeFirstOrThrow']>>
export type Names = Awaited<ReturnType<typeof partyNames>>

export function toRow(row: Found, names: Names): InitiativeRow {
  const lead = names.get(row.lead_id)
  if (!lead) throw notFound()
  return {
    id: row.id,
    version: row.version,
    title: row.title as MultiText,
    pillar: { id: row.pillar_id, code: row.pillar_code, name: row.pillar_name as MultiText },
    lead,
    partners: row.partner_ids.flatMap(id => names.get(id) ?? []),
    places: row.places,
    status: row.status as InitiativeStatus,
    kind: row.kind as ActivityKind,
    groups: row.groups as TargetGroup[],
    from: row.from_day,
    ...(row.to_day === null ? {} : { to: row.to_day }),
    public: row.is_public,
    stand: row.stand as InitiativeRow['stand'],
  }
}

/** What a row says, as the form and the sheet have it. */
export const contentOf = (row: Found): InitiativeContent => ({
  pillarId: row.pillar_id,
  title: row.title as MultiText,
  ...(row.description === null ? {} : { description: row.description as MultiText }),
  leadId: row.lead_id,
  partnerIds: row.partner_ids,
  places: row.places,
  status: row.status as InitiativeStatus,
  kind: row.kind as ActivityKind,
  groups: row.groups as TargetGroup[],
  from: row.from_day,
  ...(row.to_day === null ? {} : { to: row.to_day }),
  ...(row.budget === null ? {} : { budget: row.budget as BudgetBand }),
  ...(row.funding === null ? {} : { funding: row.funding }),
  ...(row.contact === null ? {} : { contact: row.contact }),
  plans: row.plans,
  actionIds: row.action_ids,
  decisionIds: row.decision_ids,
  public: row.is_public,
})

export const columnsOf = (content: InitiativeContent) => ({
  pillar_id: content.pillarId,
  title: JSON.stringify(content.title),
  description: content.description ? JSON.stringify(content.description) : null,
  lead_id: content.leadId,
  partner_ids: content.partnerIds,
  places: content.places,
  status: content.status,
  kind: content.kind,
  groups: content.groups,
  from_day: content.from,
  to_day: content.to ?? null,
  budget: content.budget ?? null,
  funding: content.funding ?? null,
  contact: content.contact ?? null,
  plans: content.plans,
  action_ids: content.actionIds,
  decision_ids: content.decisionIds,
  is_public: content.public,
  folded: foldedText(content),
})

const foldedText = ({ title, description, funding }: InitiativeContent): string => {
  const texts = [...Object.values(title), ...Object.values(description ?? {})].map(one => one.text)
  return ` ${foldWords([...texts, funding ?? ''].join(' ')).join(' ')} `
}

export async function find(tx: Tx, id: string): Promise<Found | undefined> {
  return selected(tx).where('i.id', '=', id).executeTakeFirst()
}

export async function get(tx: Tx, id: string): Promise<Found> {
  const row = await find(tx, id)
  if (!row) throw notFound()
  return row
}

/** Some hundreds of rows at most: what the region does is little enough to be looked at whole. */
export const current = (tx: Tx): Promise<Found[]> =>
  selected(tx)
    .where('i.stand', '=', 'current')
    .orderBy('i.from_day', 'desc')
    .orderBy('i.id', 'desc')
    .execute()

type Wanted = Omit<InitiativeFilter, 'cursor' | 'limit'>

export function filtered(tx: Tx, filter: Wanted) {
  let query = selected(tx).where('i.stand', '=', filter.stand ?? 'current')
  if (filter.pillarId) query = query.where('i.pillar_id', '=', filter.pillarId)
  if (filter.status) query = query.where('i.status', '=', filter.status)
  if (filter.kind) query = query.where('i.kind', '=', filter.kind)
  if (filter.group) query = query.where(sql<boolean>`${filter.group} = any (i.groups)`)
  if (filter.actionId) query = query.where(sql<boolean>`${filter.actionId}::uuid = any (i.action_ids)`)
  if (filter.public !== undefined) query = query.where('i.is_public', '=', filter.public)
  if (filter.partyId) {
    query = query.where(
      sql<boolean>`(i.lead_id = ${filter.partyId}::uuid or ${filter.partyId}::uuid = any (i.partner_ids))`,
    )
  }
  if (filter.state) {
    query = query.where(
      sql<boolean>`exists (select 1 from unnest(i.places) place where left(place, 2) = ${filter.state})`,
    )
  }
  if (filter.year) {
    const { from, to } = yearPeriod(filter.year)
    query = query
      .where('i.from_day', '<=', to)
      .where(eb => eb.or([eb('i.to_day', 'is', null), eb('i.to_day', '>=', from)]))
  }
  return query
}

export async function list(ctx: Context, filter: InitiativeFilter) {
  const after = openCursor(ctx.node.keys.cursors, 'initiatives', filter.cursor)
  let query = filtered(ctx.tx, filter)
  if (after) query = query.where(sql<boolean>`(i.from_day, i.id) < (${after[0]}::date, ${after[1]}::uuid)`)
  const found = await query
    .orderBy('i.from_day', 'desc')
    .orderBy('i.id', 'desc')
    .limit(filter.limit + 1)
    .execute()
  const { shown, next } = pageOf(
    ctx.node.keys.cursors,
    'initiatives',
    { found, limit: filter.limit },
    last => [last.from_day, last.id],
  )
  const names = await partyNames(ctx.tx)
  ctx.trail.shown(shown.map(row => row.id))
  return {
    rows: shown.map(row => toRow(row, names)),
    ...next,
  }
}

/** All words have to be there, each from its beginning, in whatever language of the row. */
export async function search(ctx: Context, asked: string) {
  const said = [...new Set(foldWords(asked))].slice(0, 8)
  if (said.length === 0) return { rows: [] }
  let query = selected(ctx.tx).where('i.stand', '=', 'current')
  for (const word of said) query = query.where('i.folded', 'like', `% ${word}%`)
  const found = await query.orderBy('i.from_day', 'desc').orderBy('i.id', 'desc').limit(50).execute()
  const names = await partyNames(ctx.tx)
  ctx.trail.shown(found.map(row => row.id))
  return { rows: found.map(row => toRow(row, names)) }
}
