/** Handing a draft in: whole, and with everything that the check found either changed or said to be meant. */
import { DomainError, type Fault, invalid, notFound } from '@kerege/contract/errors'
import { neededFields, type PracticeContent } from '@kerege/contract/practices/content'
import { sameThing, unsettled } from '@kerege/contract/practices/record/looking'
import type { KeptThing, Practice, Thing } from '@kerege/contract/practices/record/schema'
import type { Context } from '../../../platform/context.ts'
import { tellModerators } from '../telling.ts'
import { thingsIn } from './looking.ts'
import { step } from './steps.ts'
import * as store from './store.ts'
import { whole } from './whole.ts'

export async function submit(ctx: Context, id: string, kept: readonly KeptThing[]): Promise<Practice> {
  const row = await store.lock(ctx.tx, id)
  if (row.author_id !== ctx.actor.account) throw new DomainError('forbidden', 'not-yours')
  const content = await store.working(ctx.tx, id)
  if (!content) throw notFound()
  requireWhole(content)
  const things = await thingsIn(ctx.tx, row, content)
  const meant = requireLookedAt(things, [...kept, ...(row.kept as KeptThing[])])
  await ctx.tx
    .updateTable('practices.practices')
    .set({ kept: JSON.stringify(meant) })
    .where('id', '=', id)
    .execute()
  const came = await step(ctx, id, 'submitted')
  if (came === 'submitted') await tellModerators(ctx.tx, 'practice.waits', id)
  return whole(ctx, id)
}

/** Nobody can review what is not there. */
function requireWhole({ texts }: PracticeContent) {
  const faults = neededFields
    .filter(field => texts[field] === undefined)
    .map((field): Fault => ({ pointer: `/content/texts/${field}`, code: 'required' }))
  if (faults.length > 0) throw invalid(faults)
}

/** @returns what is meant, as reviewers will see it; what was changed since is left out */
function requireLookedAt(things: readonly Thing[], kept: readonly KeptThing[]): KeptThing[] {
  const open = unsettled(things, kept)
  if (open.length > 0) {
    throw invalid(open.map(thing => ({ pointer: pointerOf(thing), code: 'look-at-this' })))
  }
  return things.flatMap(thing => kept.find(one => sameThing(one, thing)) ?? [])
}

function pointerOf({ field, index = 0, language }: Thing): string {
  if (field === 'organisation') return `/organisation/${language}/text`
  return field === 'figures'
    ? `/content/facts/figures/${index}/label/${language}/text`
    : `/content/texts/${field}/${language}/text`
}
