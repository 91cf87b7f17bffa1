/** The check-list of one person: everything that the profile names, what was recorded of it, and what was handed over. */
import type { Compartment } from '@kerege/contract/access/compartments'
import { type Entitlement, fitsAge } from '@kerege/contract/entitlements/profile'
import { type ClaimState, type ClaimStep, stepsOf } from '@kerege/contract/entitlements/rules'
import type { CheckList, CheckRow, Delivery } from '@kerege/contract/entitlements/schema'
import { notFound } from '@kerege/contract/errors'
import { ageOn } from '@kerege/contract/people/rules'
import type { BirthDate } from '@kerege/contract/people/schema'
import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import { today } from '../../platform/localDay.ts'
import { basisOf, itemOf, itemsOf, papersOf, titleOf, waitDays } from './catalogue.ts'
import { facts } from './store.ts'

export interface Whose {
  label: string
  birth: BirthDate
  open: boolean
  mayWrite: boolean
}

/** @throws DomainError `not-found` for a person who is not open to the actor, or who joined another record */
export async function whose(ctx: Context, personId: string): Promise<Whose> {
  const found = await ctx.tx
    .selectFrom('people.persons as p')
    .select(['p.label', 'p.birth'])
    .select(sql<Compartment[]>`access.open_compartments('read', p.id)`.as('readable'))
    .select(sql<Compartment[]>`access.open_compartments('write', p.id)`.as('writable'))
    .where('p.id', '=', personId)
    .where('p.merged_into', 'is', null)
    .executeTakeFirst()
  if (!found?.readable.includes('contact')) throw notFound()
  return {
    label: found.label,
    birth: found.birth as BirthDate,
    open: found.readable.includes('social'),
    mayWrite: ctx.actor.verbs.includes('casework.write') && found.writable.includes('social'),
  }
}

export async function checkList(ctx: Context, personId: string): Promise<CheckList> {
  const one = await whose(ctx, personId)
  ctx.trail.shown([personId])
  const base = {
    personId,
    person: one.label,
    open: one.open,
    waitDays: waitDays(ctx),
    mayWrite: one.mayWrite,
  }
  if (!one.open) return { ...base, rows: [], deliveries: [] }
  const claims = await claimsOf(ctx, personId)
  const ages = ageOn(one.birth, today(ctx))
  const known = itemsOf(ctx).map(item =>
    row(ctx, item, claims.get(item.code), {
      ages: ages ? { from: ages.min, to: ages.max } : undefined,
      ...one,
    }),
  )
  const gone = [...claims].flatMap(([code, claim]): CheckRow[] =>
    itemOf(ctx, code)
      ? []
      : [
          {
            ...{
              code,
              title: titleOf(ctx, code),
              fits: true,
              whose: 'everybody',
              desk: 'other',
              helper: 'worker',
            },
            ...{ papers: [], verified: false, gone: true, claim, may: one.mayWrite ? may(claim.state) : [] },
          },
        ],
  )
  return { ...base, rows: [...known, ...gone], deliveries: await deliveriesOf(ctx, personId) }
}

type Claim = NonNullable<CheckRow['claim']>
const may = (state: ClaimState | undefined): ClaimStep[] => [...stepsOf(state)]

function row(
  ctx: Context,
  item: Entitlement,
  claim: Claim | undefined,
  { ages, mayWrite }: { ages: { from: number; to: number } | undefined; mayWrite: boolean },
): CheckRow {
  const basis = basisOf(ctx, item)
  return {
    code: item.code,
    title: item.title,
    fits: fitsAge(item, ages),
    whose: item.whose,
    desk: item.desk,
    helper: item.helper,
    papers: papersOf(ctx, item),
    ...(basis ? { basis } : {}),
    verified: item.verified,
    gone: false,
    ...(claim ? { claim } : {}),
    may: mayWrite ? may(claim?.state) : [],
  }
}

async function claimsOf(ctx: Context, personId: string): Promise<Map<string, Claim>> {
  const rows = await ctx.tx
    .selectFrom('entitlements.claims')
    .selectAll()
    .where('person_id', '=', personId)
    .where('rests', '=', false)
    .execute()
  const steps = await ctx.tx
    .selectFrom('entitlements.steps as s')
    .innerJoin('access.accounts as a', 'a.id', 's.account_id')
    .select(['s.claim_id', 's.what', 's.on_day', 's.words', 's.account_id', 'a.name', 's.at'])
    .where('s.person_id', '=', personId)
    .orderBy('s.number', 'desc')
    .execute()
  return new Map(
    rows.map(one => [
      one.code,
      {
        ...facts(ctx, one),
        steps: steps
          .filter(step => step.claim_id === one.id)
          .map(step => ({
            what: step.what as ClaimStep, // a constraint of the table
            on: step.on_day,
            ...(step.words ? { words: step.words } : {}),
            by: { id: step.account_id, name: step.name },
            at: step.at,
          })),
      },
    ]),
  )
}

async function deliveriesOf(ctx: Context, personId: string): Promise<Delivery[]> {
  const rows = await ctx.tx
    .selectFrom('entitlements.deliveries as d')
    .innerJoin('access.accounts as a', 'a.id', 'd.account_id')
    .leftJoin('access.accounts as s', 's.id', 'd.struck_by')
    .select(['d.id', 'd.code', 'd.what', 'd.amount', 'd.given_on', 'd.by_whom', 'd.received_by', 'd.note'])
    .select(['d.account_id', 'a.name', 'd.struck_at', 'd.struck_by', 's.name as striker', 'd.struck_why'])
    .where('d.person_id', '=', personId)
    .orderBy('d.given_on', 'desc')
    .orderBy('d.id', 'desc')
    .limit(500)
    .execute()
  return rows.map(one => ({
    id: one.id,
    ...(one.code ? { code: one.code } : {}),
    what: one.what,
    ...(one.amount ? { amount: one.amount } : {}),
    on: one.given_on,
    byWhom: one.by_whom,
    receivedBy: one.received_by,
    ...(one.note ? { note: one.note } : {}),
    by: { id: one.account_id, name: one.name },
    ...(one.struck_at && one.struck_by && one.striker !== null && one.struck_why !== null
      ? { struck: { by: { id: one.struck_by, name: one.striker }, at: one.struck_at, why: one.struck_why } }
      : {}),
  }))
}
