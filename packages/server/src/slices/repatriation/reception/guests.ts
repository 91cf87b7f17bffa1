/** What a guest needs now and what is kept for them. Needs are added and never overwritten; the latest one counts. */
import { DomainError, invalid, notFound } from '@kerege/contract/errors'
import type {
  AddBelonging,
  AddTriage,
  GiveBack,
  PersonReception,
  Triage,
} from '@kerege/contract/repatriation/reception/schema'
import { sql } from 'kysely'
import type { z } from 'zod'
import type { Context } from '../../../platform/context.ts'
import { today } from '../../../platform/localDay.ts'

const sections = { medical: 'health', psychosocial: 'mhpss' } as const

/** A phone may send it again: the id was made by the device. */
export async function triage(ctx: Context, personId: string, body: AddTriage): Promise<void> {
  await requireWrite(ctx, sections[body.kind], personId)
  await ctx.tx
    .insertInto('repatriation.triage')
    .values({
      id: body.id,
      person_id: personId,
      kind: body.kind,
      compartment: sections[body.kind],
      urgency: body.urgency,
      needs: [...new Set(body.needs)],
      note: body.note ?? null,
      at: ctx.now,
      account_id: ctx.actor.account,
    })
    .onConflict(conflict => conflict.column('id').doNothing())
    .execute()
  leave(ctx, personId, sections[body.kind], 'needs', { urgency: body.urgency, needs: body.needs })
}

export async function keep(ctx: Context, personId: string, body: AddBelonging): Promise<void> {
  await requireWrite(ctx, 'contact', personId)
  await ctx.tx
    .insertInto('repatriation.belongings')
    .values({
      id: body.id,
      person_id: personId,
      what: body.what,
      kept_where: body.where ?? null,
      at: ctx.now,
      account_id: ctx.actor.account,
    })
    .onConflict(conflict => conflict.column('id').doNothing())
    .execute()
  leave(ctx, personId, 'contact', 'belongings', { what: body.what })
}

/** @throws DomainError `belonging-given-back` */
export async function giveBack(
  ctx: Context,
  personId: string,
  id: string,
  body: z.infer<typeof GiveBack>,
): Promise<void> {
  await requireWrite(ctx, 'contact', personId)
  const day = today(ctx)
  if (body.on && body.on > day) throw invalid([{ pointer: '/on', code: 'in-the-future' }])
  const row = await ctx.tx
    .selectFrom('repatriation.belongings')
    .select(['id', 'given_back_on'])
    .where('id', '=', id)
    .where('person_id', '=', personId)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw notFound()
  if (row.given_back_on !== null) throw new DomainError('conflict', 'belonging-given-back')
  await ctx.tx
    .updateTable('repatriation.belongings')
    .set({ given_back_on: body.on ?? day, given_back_to: body.to, given_back_by: ctx.actor.account })
    .where('id', '=', id)
    .execute()
  leave(ctx, personId, 'contact', 'belongings', { givenBack: id })
}

export async function personReception(ctx: Context, personId: string): Promise<PersonReception> {
  const person = await ctx.tx
    .selectFrom('people.persons')
    .select('id')
    .where('id', '=', personId)
    .executeTakeFirst()
  if (!person) throw notFound()
  const open = await sql<{ sections: string[] }>`
    select access.open_compartments('write', ${personId}::uuid) as sections`.execute(ctx.tx)
  const writable = open.rows[0]?.sections ?? []
  const stays = await staysOf(ctx, personId)
  const belongings = await belongingsOf(ctx, personId)
  const needs = await triageOf(ctx, personId)
  ctx.trail.shown([personId])
  const mayWork = ctx.actor.verbs.includes('reception.work') && writable.includes('contact')
  return {
    stays: stays.map(row => ({
      id: row.id,
      siteId: row.site_id,
      site: row.site,
      ...(row.room === null ? {} : { room: row.room }),
      from: row.from_at,
      ...(row.to_at === null ? {} : { to: row.to_at }),
      ...(row.ended === null
        ? {}
        : { ended: row.ended as NonNullable<PersonReception['stays'][number]['ended']> }),
    })),
    belongings: belongings.map(row => ({
      id: row.id,
      what: row.what,
      ...(row.kept_where === null ? {} : { where: row.kept_where }),
      at: row.at,
      by: { id: row.account_id, name: row.name },
      ...(row.given_back_on === null
        ? {}
        : {
            givenBack: {
              on: row.given_back_on,
              to: row.given_back_to ?? '',
              by: { id: row.given_back_by ?? row.account_id, name: row.giver ?? '' },
            },
          }),
    })),
    triage: needs.map(row => ({
      id: row.id,
      kind: row.kind as Triage['kind'],
      urgency: row.urgency as Triage['urgency'],
      needs: row.needs as Triage['needs'],
      ...(row.note === null ? {} : { note: row.note }),
      at: row.at,
      by: { id: row.account_id, name: row.name },
    })),
    mayTriage: (['medical', 'psychosocial'] as const).filter(kind => writable.includes(sections[kind])),
    mayWork,
  }
}

const staysOf = (ctx: Context, personId: string) =>
  ctx.tx
    .selectFrom('repatriation.stays as s')
    .innerJoin('repatriation.sites as h', 'h.id', 's.site_id')
    .leftJoin('repatriation.rooms as r', 'r.id', 's.room_id')
    .select(['s.id', 's.site_id', 'h.name as site', 'r.name as room', 's.from_at', 's.to_at', 's.ended'])
    .where('s.person_id', '=', personId)
    .orderBy('s.from_at', 'desc')
    .orderBy('s.id', 'desc')
    .execute()

const belongingsOf = (ctx: Context, personId: string) =>
  ctx.tx
    .selectFrom('repatriation.belongings as b')
    .innerJoin('access.accounts as a', 'a.id', 'b.account_id')
    .leftJoin('access.accounts as g', 'g.id', 'b.given_back_by')
    .select([
      'b.id',
      'b.what',
      'b.kept_where',
      'b.at',
      'b.account_id',
      'a.name',
      'b.given_back_on',
      'b.given_back_to',
      'b.given_back_by',
      'g.name as giver',
    ])
    .where('b.person_id', '=', personId)
    .orderBy('b.at')
    .orderBy('b.id')
    .execute()

const triageOf = (ctx: Context, personId: string) =>
  ctx.tx
    .selectFrom('repatriation.triage as t')
    .innerJoin('access.accounts as a', 'a.id', 't.account_id')
    .select(['t.id', 't.kind', 't.urgency', 't.needs', 't.note', 't.at', 't.account_id', 'a.name'])
    .where('t.person_id', '=', personId)
    .orderBy('t.at', 'desc')
    .orderBy('t.id', 'desc')
    .limit(50)
    .execute()

async function requireWrite(ctx: Context, section: string, personId: string): Promise<void> {
  const found = await sql<{ write: boolean }>`
    select access.covers('write', ${section}, ${personId}::uuid) as write`.execute(ctx.tx)
  if (!found.rows[0]?.write) throw notFound()
}

function leave(
  ctx: Context,
  personId: string,
  compartment: 'contact' | 'health' | 'mhpss',
  field: string,
  after: Record<string, unknown>,
): void {
  ctx.trail.touched(personId, [field])
  ctx.trail.changed({
    personId,
    subjectId: personId,
    compartment,
    kind: 'update',
    version: 0,
    changes: [{ field, before: null, after }],
  })
}
