/** The plans of a case as their page shows them, with the needs that ask for a goal and what the reader may do. */
import { domainOfNeed, goalDomains, sectionOf } from '@kerege/contract/plans/domains'
import type { CasePlans, PersonPlans } from '@kerege/contract/plans/schema'
import type { PlanKind, PlanState } from '@kerege/contract/plans/states'
import { notFound } from '@kerege/contract/errors'
import { ageOn } from '@kerege/contract/people/rules'
import type { BirthDate, ContactSection } from '@kerege/contract/people/schema'
import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import { today } from '../../platform/localDay.ts'
import { askingNeeds } from '../assessments/index.ts'
import { findCase, worksOnCase } from '../cases/index.ts'
import * as store from './store.ts'

interface Standing {
  person: string
  birth: BirthDate
  area: string
  languages: ContactSection['languages']
  householdId: string | null
  household: string | null
  writable: string[]
}

/**
 * Whose plans these are: a case for who reads cases, and a person with a plan for who does their part of it.
 * @throws DomainError `not-found`, for a stranger's and for none alike
 */
async function personOf(ctx: Context, caseId: string): Promise<string> {
  const row = await findCase(ctx, caseId)
  if (row) return row.person_id
  const plan = await store.selected(ctx).where('p.case_id', '=', caseId).limit(1).executeTakeFirst()
  if (!plan) throw notFound()
  return plan.person_id
}

async function standing(ctx: Context, personId: string): Promise<Standing> {
  const found = await ctx.tx
    .selectFrom('people.persons as p')
    .leftJoin('people.household_members as m', join =>
      join.onRef('m.person_id', '=', 'p.id').on('m.valid_to', 'is', null),
    )
    .leftJoin('people.households as h', 'h.id', 'm.household_id')
    .select(['p.label', 'p.birth', 'p.area_code', 'p.languages', 'm.household_id', 'h.name as household'])
    .select(sql<string[]>`access.open_compartments('write', p.id)`.as('writable'))
    .where('p.id', '=', personId)
    .executeTakeFirst()
  if (!found) throw notFound()
  return {
    person: found.label,
    birth: found.birth as BirthDate,
    area: found.area_code,
    languages: found.languages as ContactSection['languages'],
    householdId: found.household_id,
    household: found.household,
    writable: found.writable,
  }
}

/** Sections that the actor writes with each of these people. */
async function writableOf(ctx: Context, personIds: readonly string[]) {
  const found = await sql<{ id: string; open: string[] }>`
    select i as id, access.open_compartments('write', i) as open from unnest(${[...new Set(personIds)]}::uuid[]) i`.execute(
    ctx.tx,
  )
  const open = new Map(found.rows.map(row => [row.id, row.open]))
  const may = ctx.actor.verbs.includes('plans.write')
  return (personId: string): readonly string[] => (may ? (open.get(personId) ?? []) : [])
}

export async function whole(ctx: Context, caseId: string): Promise<CasePlans> {
  const personId = await personOf(ctx, caseId)
  const one = await standing(ctx, personId)
  const rows = await store.plansOf(ctx, caseId, one.householdId)
  const writable = await writableOf(ctx, [personId, ...rows.map(row => row.person_id)])
  const plans = await store.wholePlans(ctx, rows, writable)
  const age = ageOn(one.birth, today(ctx))
  const asks = ctx.actor.verbs.includes('assessments.read') ? await askingNeeds(ctx, personId) : []
  const spoken = one.languages.find(lang => lang.preferred) ?? one.languages[0]
  ctx.trail.shown([caseId, personId, ...plans.map(plan => plan.id)])
  return {
    caseId,
    personId,
    person: one.person,
    ...(age ? { age } : {}),
    area: one.area,
    ...(one.householdId && one.household ? { householdId: one.householdId, household: one.household } : {}),
    ...(spoken ? { familyLanguage: spoken.tag } : {}),
    asks: asks.map(ask => ({ ...ask, domain: domainOfNeed[ask.need] })),
    plans: plans.filter(plan => plan.kind === 'individual'),
    family: plans.filter(plan => plan.kind === 'family'),
    writable: goalDomains.filter(domain => writable(personId).includes(sectionOf[domain])),
    works: await worksOn(ctx, caseId),
  }
}

/** Whoever works with the family begins its plans and hears its yes; others write their goals in it. */
export async function worksOn(ctx: Context, caseId: string): Promise<boolean> {
  const row = ctx.actor.verbs.includes('plans.write') ? await findCase(ctx, caseId) : undefined
  return row !== undefined && worksOnCase(ctx, row)
}

/** @throws DomainError `not-found` for a person who is not open to the actor */
export async function ofPerson(ctx: Context, personId: string): Promise<PersonPlans> {
  await standing(ctx, personId)
  const rows = await store
    .selected(ctx)
    .where('p.person_id', '=', personId)
    .where('p.state', '<>', 'dropped')
    .orderBy('p.made_at', 'desc')
    .execute()
  ctx.trail.shown([personId, ...rows.map(row => row.id)])
  return {
    rows: rows.map(row => ({
      caseId: row.case_id,
      kind: row.kind as PlanKind,
      number: row.number,
      state: row.state as PlanState,
      madeAt: row.made_at,
    })),
  }
}
