/** Forms in SQL. Policies filter underneath: pages by their sections, and a form where one of its pages is open. */
import type { Compartment } from '@kerege/contract/access/compartments'
import type { Answers } from '@kerege/contract/forms/answers'
import type { FormStep } from '@kerege/contract/forms/definition'
import type { FormAbout, FormRow, PageEdition } from '@kerege/contract/forms/schema'
import { DomainError, notFound } from '@kerege/contract/errors'
import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'

export const selected = (ctx: Context) =>
  ctx.tx
    .selectFrom('forms.forms as f')
    .innerJoin('people.persons as p', 'p.id', 'f.person_id')
    .innerJoin('access.accounts as b', 'b.id', 'f.begun_by')
    .leftJoin('access.accounts as h', 'h.id', 'f.handed_by')
    .leftJoin('access.accounts as w', 'w.id', 'f.with_id')
    .leftJoin('access.accounts as g', 'g.id', 'f.given_by')
    .selectAll('f')
    .select(['p.label as person', 'b.name as begun_name', 'h.name as handed_name'])
    .select(['w.name as with_name', 'g.name as given_name'])
export type Found = Awaited<ReturnType<ReturnType<typeof selected>['execute']>>[number]

/** @throws DomainError `not-found`, for what is not open and for what is not there alike */
export async function get(ctx: Context, id: string): Promise<Found> {
  const row = await selected(ctx).where('f.id', '=', id).executeTakeFirst()
  if (!row) throw notFound()
  return row
}

/** One command after the other on a form, so that each judges what the last one left. */
export async function lock(ctx: Context, id: string): Promise<Found> {
  await get(ctx, id)
  await sql`select pg_advisory_xact_lock(hashtextextended(${id}, 90))`.execute(ctx.tx)
  return get(ctx, id)
}

/** The latest first. */
export const rowsOf = (ctx: Context, personId: string): Promise<Found[]> =>
  selected(ctx)
    .where('f.person_id', '=', personId)
    .orderBy('f.begun_at', 'desc')
    .orderBy('f.id', 'desc')
    .limit(200)
    .execute()

export interface FoundPage extends PageEdition {
  page: string
  compartment: Compartment
  version: number
}

/** All editions of pages that are open to the actor, the latest first. */
export async function pagesOf(ctx: Context, formId: string): Promise<FoundPage[]> {
  const rows = await ctx.tx
    .selectFrom('forms.pages as p')
    .innerJoin('access.accounts as a', 'a.id', 'p.account_id')
    .selectAll('p')
    .select('a.name as by')
    .where('p.form_id', '=', formId)
    .orderBy('p.edition', 'desc')
    .execute()
  return rows.map(row => ({
    page: row.page,
    compartment: row.compartment as Compartment, // written from the definition
    version: row.version,
    edition: row.edition,
    answers: row.answers as Answers,
    by: { id: row.account_id, name: row.by },
    at: row.at,
    ...(row.reason === null ? {} : { reason: row.reason }),
  }))
}

export interface PageDraft {
  form: Found
  page: string
  compartment: Compartment
  answers: Answers
}

/** @param version of the page that was read; 0 where nobody wrote on it yet. @throws DomainError `stale-version` */
export async function writePage(ctx: Context, draft: PageDraft, version: number): Promise<void> {
  const { form, page, compartment, answers } = draft
  const now = { answers: JSON.stringify(answers), account_id: ctx.actor.account, at: ctx.now }
  if (version === 0) {
    const made = await ctx.tx
      .insertInto('forms.pages')
      .values({
        form_id: form.id,
        person_id: form.person_id,
        page,
        compartment,
        edition: 1,
        version: 1,
        ...now,
      })
      .onConflict(conflict => conflict.doNothing())
      .executeTakeFirst()
    if (!made.numInsertedOrUpdatedRows) throw new DomainError('conflict', 'stale-version')
    return
  }
  const moved = await ctx.tx
    .updateTable('forms.pages')
    .set({ ...now, version: version + 1 })
    .where('form_id', '=', form.id)
    .where('page', '=', page)
    .where('edition', '=', 1)
    .where('version', '=', version)
    .executeTakeFirst()
  if (!moved.numUpdatedRows) throw new DomainError('conflict', 'stale-version')
}

/** What stood there stays, and this one stands above it. */
export const addEdition = (ctx: Context, draft: PageDraft, last: FoundPage, reason: string) =>
  ctx.tx
    .insertInto('forms.pages')
    .values({
      form_id: draft.form.id,
      person_id: draft.form.person_id,
      page: draft.page,
      compartment: draft.compartment,
      edition: last.edition + 1,
      answers: JSON.stringify(draft.answers),
      version: last.version + 1,
      reason,
      account_id: ctx.actor.account,
      at: ctx.now,
    })
    .execute()

/** Whatever happens to a page happens to its form. */
export async function move(ctx: Context, id: string, state?: FormRow['state']): Promise<void> {
  await ctx.tx
    .updateTable('forms.forms')
    .set({
      version: sql`version + 1`,
      ...(state ? { state } : {}),
      ...(state === 'handed-in' ? { handed_by: ctx.actor.account, handed_at: ctx.now } : {}),
    })
    .where('id', '=', id)
    .execute()
}

export const toRow = (row: Found): FormRow => ({
  id: row.id,
  version: row.version,
  personId: row.person_id,
  step: row.step as FormStep, // constraints of the table
  form: row.form,
  formVersion: row.form_version,
  state: row.state as FormRow['state'],
  ...(row.about_kind && row.about_id
    ? { about: { kind: row.about_kind as FormAbout['kind'], id: row.about_id } }
    : {}),
  begunBy: { id: row.begun_by, name: row.begun_name },
  begunAt: row.begun_at,
  // Of what was handed in nobody goes on.
  ...(row.state === 'draft' && row.with_id && row.with_name !== null && row.given_by && row.given_at
    ? {
        with: { id: row.with_id, name: row.with_name },
        given: { by: { id: row.given_by, name: row.given_name ?? '' }, at: row.given_at },
      }
    : {}),
  ...(row.handed_by && row.handed_name !== null && row.handed_at
    ? { handedBy: { id: row.handed_by, name: row.handed_name }, handedAt: row.handed_at }
    : {}),
})
