/**
 * What a closed case taught, on its way to the library: about the work and about nobody. Whoever worked with the family writes it;
 * names of the family, of those around it and of where they live keep a text here.
 */
import { type CaseState, teaches } from '@kerege/contract/cases/states'
import { DomainError, notFound } from '@kerege/contract/errors'
import type { LessonOffers, OfferCaseLesson } from '@kerege/contract/lessons/offers'
import type { KnownNames } from '@kerege/contract/lessons/rules'
import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import { offerLesson, offersAbout } from '../lessons/index.ts'
import { worksOn } from './steps.ts'
import { find, type FoundCase } from './store.ts'

async function get(ctx: Context, id: string): Promise<FoundCase> {
  const row = await find(ctx, id)
  if (!row) throw notFound()
  return row
}

const mayOffer = (ctx: Context, row: FoundCase) => teaches(row.state as CaseState) && worksOn(ctx, row)

export async function lessonsOf(ctx: Context, id: string): Promise<LessonOffers> {
  const row = await get(ctx, id)
  return { rows: await offersAbout(ctx, { case: id }), mayOffer: mayOffer(ctx, row) }
}

/** @throws DomainError `case-cannot` before its end is asked for, `not-yours` */
export async function offer(ctx: Context, id: string, body: OfferCaseLesson): Promise<LessonOffers> {
  const row = await get(ctx, id)
  if (!teaches(row.state as CaseState)) throw new DomainError('conflict', 'case-cannot', { state: row.state })
  if (!worksOn(ctx, row)) throw new DomainError('forbidden', 'not-yours')
  await offerLesson(ctx, { case: id }, body, () => namesAround(ctx, row))
  return lessonsOf(ctx, id)
}

/** As far as they are open to the actor: of the person, of those they live with, of relatives on the register, and of their places. */
async function namesAround(ctx: Context, row: FoundCase): Promise<KnownNames> {
  const around = sql<{ person_id: string }>`
    select ${row.person_id}::uuid as person_id
    union select o.person_id from people.household_members m
      join people.household_members o on o.household_id = m.household_id where m.person_id = ${row.person_id}::uuid
    union select r.other_id from people.relations r where r.person_id = ${row.person_id}::uuid and r.other_id is not null`
  const people = await sql<{ name: string }>`
    select distinct unnest(string_to_array(concat_ws(' ', n.family, n.given, n.patronymic), ' ')) as name
    from people.names n where n.person_id in (${around})`.execute(ctx.tx)
  // The state itself may be said; what lies within it would tell where.
  const places = await sql<{ name: string }>`
    with recursive up as (
      select a.code, a.parent, a.name from access.areas a
        where a.code in (select p.area_code from people.persons p where p.id in (${around}))
      union select a.code, a.parent, a.name from access.areas a join up on up.parent = a.code)
    select distinct t.value ->> 'text' as name from up, jsonb_each(up.name) t where up.parent is not null`.execute(
    ctx.tx,
  )
  return {
    operations: [],
    places: places.rows.map(one => one.name),
    people: [...people.rows.map(one => one.name), ...(row.household?.split(' ') ?? [])],
  }
}
