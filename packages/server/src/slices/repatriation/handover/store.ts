/** Handovers in SQL: one with those of its people who are open to the reader, those of a person, teams that can receive. */
import type { MultiText } from '@kerege/contract/common'
import { notFound } from '@kerege/contract/errors'
import type { Handover, HandoverPlaces } from '@kerege/contract/repatriation/handover/schema'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'

const rows = (ctx: Context) =>
  ctx.tx
    .selectFrom('repatriation.handovers as h')
    .innerJoin('access.accounts as a', 'a.id', 'h.by_id')
    .innerJoin('access.agencies as g', 'g.id', 'h.agency_id')
    .leftJoin('access.teams as t', 't.id', 'h.team_id')
    .leftJoin('people.persons as r', 'r.id', 'h.receiver_id')
    .leftJoin('documents.documents as d', 'd.id', 'h.scan_id')
    .selectAll('h')
    .select(['d.id as document_id', 'd.subject_id as document_of'])
    .select(
      sql<boolean>`access.may('documents.add') and exists (select 1 from repatriation.handover_people p
      where p.handover_id = h.id and access.covers('write', 'contact', p.person_id))`.as('may_scan'),
    )
    .select(['a.name as by_name', 'g.name as agency', 't.name as team', 'r.label as receiver_label'])
    .select(sql<number>`repatriation.handed(h.id)`.as('count'))
type Row = Awaited<ReturnType<ReturnType<typeof rows>['execute']>>[number]

/** @throws DomainError `not-found`, for a stranger's handover and for none alike */
export async function get(ctx: Context, id: string): Promise<Handover> {
  const row = await rows(ctx).where('h.id', '=', id).executeTakeFirst()
  if (!row) throw notFound()
  return whole(ctx, row)
}

export async function ofPerson(ctx: Context, personId: string): Promise<Handover[]> {
  const found = await rows(ctx)
    .where(
      sql<boolean>`h.id in (select p.handover_id from repatriation.handover_people p where p.person_id = ${personId}::uuid)`,
    )
    .orderBy('h.at', 'desc')
    .limit(20)
    .execute()
  const handovers: Handover[] = []
  for (const row of found) handovers.push(await whole(ctx, row))
  return handovers
}

async function whole(ctx: Context, row: Row): Promise<Handover> {
  const people = await ctx.tx
    .selectFrom('repatriation.handover_people as p')
    .innerJoin('people.persons as s', 's.id', 'p.person_id')
    .select(['p.person_id', 's.label', 'p.case_id'])
    .where('p.handover_id', '=', row.id)
    .orderBy('s.birth_to')
    .orderBy('s.id')
    .execute()
  const items = await ctx.tx
    .selectFrom('repatriation.handover_items')
    .select(['person_id', 'kind', 'what'])
    .where('handover_id', '=', row.id)
    .orderBy('id')
    .execute()
  const receiver = row.receiver_label ?? row.receiver
  ctx.trail.shown([row.id, ...people.map(one => one.person_id)])
  return {
    id: row.id,
    to: row.to_kind as Handover['to'],
    ...(receiver ? { receiver } : {}),
    ...(row.receiver_id && row.receiver_label ? { receiverId: row.receiver_id } : {}),
    ...(row.reach ? { reach: row.reach } : {}),
    ...(row.team ? { team: row.team } : {}),
    agency: row.agency as MultiText,
    on: row.handed_on,
    ...(row.signed_by ? { signedBy: row.signed_by } : {}),
    signedOn: row.signed_on,
    at: row.at,
    by: { id: row.by_id, name: row.by_name },
    ...(row.scan_at
      ? {
          scan: {
            at: row.scan_at,
            ...(row.document_id && row.document_of
              ? { documentId: row.document_id, personId: row.document_of }
              : {}),
          },
        }
      : {}),
    mayScan: row.may_scan,
    people: people.map(one => ({
      id: one.person_id,
      name: one.label,
      ...(one.case_id && ctx.actor.verbs.includes('cases.read') ? { caseId: one.case_id } : {}),
      items: items
        .filter(item => item.person_id === one.person_id)
        .map(({ kind, what }) => ({
          kind: kind as Handover['people'][number]['items'][number]['kind'],
          what,
        })),
    })),
    count: row.count,
  }
}

/** @throws DomainError `not-found` where the document is not one of theirs, or not open */
export async function keepScan(ctx: Context, id: string, documentId: string): Promise<Handover> {
  const row = await rows(ctx).where('h.id', '=', id).executeTakeFirst()
  if (!row) throw notFound()
  const kept = await sql<{ kept: boolean }>`
    select repatriation.keep_scan(${id}::uuid, ${documentId}::uuid, ${ctx.now}) as kept`.execute(ctx.tx)
  if (!kept.rows[0]?.kept) throw notFound()
  ctx.trail.touched(id, ['scan'])
  return get(ctx, id)
}

export async function places(ctx: Context): Promise<HandoverPlaces> {
  const found = await ctx.tx
    .selectFrom('access.teams as t')
    .innerJoin('access.agencies as g', 'g.id', 't.agency_id')
    .select(['t.id', 't.name', 'g.name as agency'])
    .where(
      sql<boolean>`exists (select 1 from access.hats h join access.roles r on r.name = h.role
        where h.team_id = t.id and h.ended_at is null and 'cases.assign' = any (r.verbs))`,
    )
    .orderBy('t.name')
    .orderBy('t.id')
    .limit(500)
    .execute()
  return {
    rows: found.map(row => ({ teamId: row.id, team: row.name, agency: row.agency as MultiText })),
  }
}
