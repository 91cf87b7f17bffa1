/** Forms as their pages show them: those of a person with the next one first, and one of them. */
import type { CaseState } from '@kerege/contract/cases/states'
import { type FormStep, formSteps } from '@kerege/contract/forms/definition'
import { nextForm } from '@kerege/contract/forms/rules'
import type { PersonForms, WholeForm } from '@kerege/contract/forms/schema'
import type { Context } from '../../platform/context.ts'
import { aboutsOf, sectionsOf, standing } from './beginning.ts'
import { formFor, formOf } from './engine.ts'
import * as store from './store.ts'

export async function ofPerson(ctx: Context, personId: string): Promise<PersonForms> {
  const { person, writable } = await standing(ctx, personId)
  const rows = (await store.rowsOf(ctx, personId)).map(store.toRow)
  const state = await caseState(ctx, personId)
  const next = state && nextForm(state, rows)
  ctx.trail.shown([personId, ...rows.map(row => row.id)])
  const mayBegin: FormStep[] = []
  for (const step of formSteps) {
    if (sectionsOf(await formFor(ctx, step)).some(one => writable.includes(one))) mayBegin.push(step)
  }
  return {
    person,
    rows,
    ...(next ? { next } : {}),
    mayBegin,
    abouts: mayBegin.length > 0 ? await aboutsOf(ctx, personId) : [],
  }
}

/** Of the case that is open to the actor. */
async function caseState(ctx: Context, personId: string): Promise<CaseState | undefined> {
  const found = await ctx.tx
    .selectFrom('cases.cases as c')
    .select('c.state')
    .where('c.person_id', '=', personId)
    .where('c.state', 'not in', ['ended', 'transferred', 'merged'])
    .executeTakeFirst()
  return found?.state as CaseState | undefined // a constraint of the table
}

/** @throws DomainError `not-found`, for what is not open and for what is not there alike */
export async function whole(ctx: Context, id: string): Promise<WholeForm> {
  const row = await store.get(ctx, id)
  const form = await formOf(row)
  const { readable, writable } = await standing(ctx, row.person_id)
  const editions = await store.pagesOf(ctx, id)
  ctx.trail.shown([id, row.person_id])
  const draft = row.state === 'draft'
  const mine = form.pages.some(page => writable.includes(page.compartment))
  return {
    ...store.toRow(row),
    person: row.person,
    ...(row.case_id && ctx.actor.verbs.includes('cases.read') ? { caseId: row.case_id } : {}),
    pages: form.pages
      .filter(page => readable.includes(page.compartment))
      .map(page => {
        const [now, ...earlier] = editions
          .filter(one => one.page === page.name)
          .map(({ page: _, compartment, version, ...edition }) => ({ version, edition }))
        return {
          page: page.name,
          compartment: page.compartment,
          version: now?.version ?? 0,
          ...(now ? { now: now.edition } : {}),
          earlier: earlier.map(one => one.edition),
          mayWrite: writable.includes(page.compartment),
        }
      }),
    mayHandIn: draft && mine,
    mayDiscard:
      draft &&
      row.begun_by === ctx.actor.account &&
      (row.with_id ?? ctx.actor.account) === ctx.actor.account &&
      editions.every(one => one.by.id === ctx.actor.account),
  }
}
