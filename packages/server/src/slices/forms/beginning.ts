/** Beginning a form: which one the state asks today, and what it belongs to. */
import type { Compartment } from '@kerege/contract/access/compartments'
import { invalid, notFound } from '@kerege/contract/errors'
import type { FormStep } from '@kerege/contract/forms/definition'
import { severalAtOnce } from '@kerege/contract/forms/rules'
import type { BeginForm, FormAbout } from '@kerege/contract/forms/schema'
import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import type { Definition } from './engine.ts'
import { formFor } from './engine.ts'
import * as store from './store.ts'

export interface Standing {
  person: string
  readable: Compartment[]
  /** Empty for who only reads. */
  writable: Compartment[]
}

/** @throws DomainError `not-found` for a person who is not open to the actor, or who joined another record */
export async function standing(ctx: Context, personId: string): Promise<Standing> {
  const found = await ctx.tx
    .selectFrom('people.persons as p')
    .select('p.label')
    .select(sql<Compartment[]>`access.open_compartments('read', p.id)`.as('readable'))
    .select(sql<Compartment[]>`access.open_compartments('write', p.id)`.as('writable'))
    .where('p.id', '=', personId)
    .where('p.merged_into', 'is', null)
    .executeTakeFirst()
  if (!found?.readable.includes('contact')) throw notFound()
  const writes = ctx.actor.verbs.includes('casework.write')
  return { person: found.label, readable: found.readable, writable: writes ? found.writable : [] }
}

export const sectionsOf = (form: Definition): Compartment[] => [
  ...new Set(form.pages.map(page => page.compartment)),
]

/**
 * A command that is sent again makes nothing new: the id was made by the device. Of what is asked once there is one draft at a
 * time: who begins a second goes on with the first.
 * @returns the id of the form to go on with
 */
export async function begin(ctx: Context, personId: string, body: BeginForm): Promise<string> {
  const { writable } = await standing(ctx, personId)
  // Two who begin at once: the second finds what the first has made.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${personId} ${body.step}`}, 90))`.execute(ctx.tx)
  const form = await formFor(ctx, body.step)
  const sections = sectionsOf(form)
  if (!sections.some(one => writable.includes(one))) throw invalid([{ pointer: '/step', code: 'not-found' }])
  const rows = await store.rowsOf(ctx, personId)
  const known = rows.find(row => row.id === body.id) ?? joined(rows, body.step)
  if (known) return known.id
  if (body.about) await requireAbout(ctx, personId, body.step, body.about)
  const made = await ctx.tx
    .insertInto('forms.forms')
    .values({
      id: body.id,
      person_id: personId,
      case_id: sql<string | null>`casework.case_of(${personId}::uuid)`,
      step: form.step,
      form: form.id,
      form_version: form.version,
      sections,
      about_kind: body.about?.kind ?? null,
      about_id: body.about?.id ?? null,
      begun_by: ctx.actor.account,
      begun_at: ctx.now,
    })
    // Somebody else's with this id: the answer is the one for what cannot be seen.
    .onConflict(conflict => conflict.column('id').doNothing())
    .executeTakeFirst()
  if (!made.numInsertedOrUpdatedRows) throw notFound()
  ctx.trail.touched(body.id, ['state'])
  ctx.trail.touched(personId)
  return body.id
}

const joined = (rows: readonly store.Found[], step: FormStep) =>
  severalAtOnce(step) ? undefined : rows.find(row => row.step === step && row.state === 'draft')

/** To what a form of a step can belong. */
const aboutOf: Record<FormStep, FormAbout['kind'] | undefined> = {
  intake: undefined,
  visit: 'appointment',
  review: 'review',
  closure: 'closing',
}

async function requireAbout(ctx: Context, personId: string, step: FormStep, about: FormAbout) {
  const known = aboutOf[step] === about.kind ? await aboutsOf(ctx, personId) : []
  if (!known.some(one => one.kind === about.kind && one.id === about.id))
    throw invalid([{ pointer: '/about/id', code: 'not-found' }])
}

/** Visits, reviews and requests to close that are open to the actor, the latest first. */
export async function aboutsOf(ctx: Context, personId: string): Promise<(FormAbout & { day: string })[]> {
  const { timeZone } = ctx.node.info
  const { rows } = await sql<FormAbout & { day: string }>`
    (select 'appointment' as kind, a.id, (a.starts_at at time zone ${timeZone})::date as day
       from casework.appointments a where a.person_id = ${personId}::uuid and a.state in ('planned', 'kept')
        and a.starts_at <= ${ctx.now.toISOString()}::timestamptz + interval '1 day' order by a.starts_at desc limit 12)
    union all
    (select 'review', r.id, r.reviewed_on from plans.reviews r where r.person_id = ${personId}::uuid
      order by r.reviewed_on desc limit 6)
    union all
    (select 'closing', q.id, (q.asked_at at time zone ${timeZone})::date
       from approvals.approvals q join cases.cases c on c.id = q.subject_id
      where q.kind = 'case-closure' and c.person_id = ${personId}::uuid order by q.asked_at desc limit 3)
    order by day desc`.execute(ctx.tx)
  return rows
}
