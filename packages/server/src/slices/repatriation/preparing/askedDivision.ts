/** Which family would be divided, where and until when: for whoever asked, and whoever says yes or no. */
import { notFound } from '@kerege/contract/errors'
import type { BirthDate } from '@kerege/contract/people/schema'
import type { AskedDivision } from '@kerege/contract/repatriation/operations/preparing'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'

/** @throws DomainError `not-found` for a division that is not seen, and where neither asked nor decided by the actor */
export async function askedDivision(ctx: Context, id: string): Promise<AskedDivision> {
  const row = await ctx.tx
    .selectFrom('repatriation.divisions as d')
    .leftJoin('repatriation.legs as g', 'g.id', 'd.at_id')
    .leftJoin('repatriation.rooms as r', 'r.id', 'd.at_id')
    .leftJoin('repatriation.sites as s', 's.id', 'd.at_id')
    .select(['d.at', 'd.ends_at', 'g.vehicle', 'g.to_place', 'r.name as room', 's.name as site'])
    .where('d.id', '=', id)
    .executeTakeFirst()
  if (!row) throw notFound()
  const members = await sql<{ person_id: string; head: boolean }>`
    select * from repatriation.would_be_apart(${id}::uuid)`.execute(ctx.tx)
  if (members.rows.length === 0) throw notFound()
  const heads = new Set(members.rows.flatMap(one => (one.head ? [one.person_id] : [])))
  const people = await ctx.tx
    .selectFrom('people.persons')
    .select(['id', 'label', 'birth'])
    .where(sql<boolean>`id = any (${members.rows.map(one => one.person_id)}::uuid[])`)
    .orderBy('birth_to')
    .orderBy('id')
    .execute()
  ctx.trail.shown([id, ...people.map(one => one.id)])
  const place = row.vehicle ?? row.to_place ?? row.room ?? row.site
  return {
    at: row.at as AskedDivision['at'],
    ...(place === null ? {} : { place }),
    endsAt: row.ends_at,
    // The head first, then from the eldest on.
    members: people
      .map(one => ({ personId: one.id, name: one.label, birth: one.birth as BirthDate }))
      .toSorted((a, b) => Number(heads.has(b.personId)) - Number(heads.has(a.personId))),
    notShown: members.rows.length - people.length,
  }
}
