/**
 * Two records are one person: the second joins the first. Decided by a person who saw both, refused where values
 * clash, recorded row by row so that it can be undone whole.
 */
import { toldTo } from '@kerege/contract/people/duplicates/clashes'
import {
  compartmentOf,
  differing,
  merged,
  type Whole,
  type WholeSection,
} from '@kerege/contract/people/duplicates/rules'
import type { Merge, MergePeople } from '@kerege/contract/people/duplicates/merges'
import { DomainError, invalid } from '@kerege/contract/errors'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { localDay } from '../../../platform/localDay.ts'
import { emit } from '../../../platform/outbox.ts'
import { differences } from '../differences.ts'
import { written } from '../duplicates/finding.ts'
import { clashesOf, openInBoth } from './clashes.ts'
import { type Joining, movers } from './movers.ts'
import { sealSnapshot } from './snapshot.ts'
import * as store from './store.ts'
import { readWhole, type Versioned, writeWhole } from './whole.ts'

const sections: readonly WholeSection[] = ['contact', 'identity', 'journey', 'health']

/** A command that is sent again merges once: the id was made by the device. */
export async function merge(ctx: Context, command: MergePeople): Promise<Merge> {
  const known = await store.find(ctx.tx, command.id)
  if (known) return known
  const { stays, joins } = await lockBoth(ctx, command)
  await requireNoClash(ctx, command, stays.whole, joins.whole)
  const { choices, home } = await chosen(ctx, command, stays.whole, joins.whole)
  const made = merged(stays.whole, joins.whole, choices)
  const joining: Joining = { id: command.id, stays: command.stays, joins: command.joins }
  const snapshot = await sealSnapshot(ctx, joining, { before: stays.whole, after: made })
  await store.insert(ctx, joining, snapshot)
  // First of all, so that whatever follows asks for the record that stays.
  await sql`select people.join_record(${command.id}::uuid)`.execute(ctx.tx)
  for (const mover of movers)
    await store.keepMoves(ctx.tx, joining, mover.kind, await mover.move(ctx.tx, { ...joining, home }))
  const version = stays.version + 1
  await writeWhole(ctx.tx, command.id, made, { version, at: ctx.now })
  leave(ctx, joining, 'merge', version, stays.whole, made)
  ctx.trail.because(command.reason, command.stays)
  await tell(ctx, joining, 'person.merged')
  await written(ctx.tx, command.stays)
  return store.get(ctx.tx, command.id)
}

async function lockBoth(ctx: Context, command: MergePeople): Promise<{ stays: Versioned; joins: Versioned }> {
  await store.lockPair(ctx.tx, command.stays, command.joins)
  const [stays, joins] = [await readWhole(ctx.tx, command.stays), await readWhole(ctx.tx, command.joins)]
  if (stays.version !== command.staysVersion || joins.version !== command.joinsVersion) {
    throw new DomainError('conflict', 'pair-changed')
  }
  return { stays, joins }
}

async function requireNoClash(ctx: Context, command: MergePeople, stays: Whole, joins: Whole) {
  const found = await clashesOf(ctx, { id: command.stays, whole: stays }, { id: command.joins, whole: joins })
  if (found.length === 0) return
  const open = await openInBoth(ctx, command.stays, command.joins)
  throw new DomainError('conflict', 'values-clash', { faults: toldTo(open, found) })
}

/** What the decider chose in sections open to them; where nothing is open, the record that stays keeps its own. */
async function chosen(ctx: Context, command: MergePeople, stays: Whole, joins: Whole) {
  const open = await openInBoth(ctx, command.stays, command.joins)
  const asked = differing(stays, joins).filter(field => open.includes(compartmentOf(field)))
  const today = localDay(ctx.now, ctx.node.info.timeZone)
  const { home, leftOn = today } = command
  const faults = asked
    .filter(field => !command.choices[field])
    .map(field => ({ pointer: `/choices/${field}`, code: 'required' }))
  // Which of two homes is that of today, where both are open to the decider.
  const homes = await store.homesOf(ctx.tx, command.stays, command.joins)
  if (homes && !home) faults.push({ pointer: '/home', code: 'required' })
  const leaves = home === 'joins' ? homes?.one : homes?.other
  if (leaves?.since && leftOn < leaves.since) faults.push({ pointer: '/leftOn', code: 'period-reversed' })
  if (leftOn > today) faults.push({ pointer: '/leftOn', code: 'in-the-future' })
  if (faults.length > 0) throw invalid(faults)
  return {
    choices: Object.fromEntries(asked.map(field => [field, command.choices[field]])),
    home: { current: home ?? ('stays' as const), leftOn },
  }
}

/** One entry in the history for each section that changed, under the key of the record that stays. */
export function leave(
  ctx: Context,
  { stays, joins }: Joining,
  kind: 'merge' | 'undo',
  version: number,
  before: Whole,
  after: Whole,
): void {
  for (const compartment of sections) {
    const changes = differences(before[compartment], after[compartment])
    if (changes.length > 0 || compartment === 'contact') {
      ctx.trail.changed({ personId: stays, subjectId: stays, compartment, kind, version, changes })
    }
  }
  ctx.trail.touched(stays)
  ctx.trail.touched(joins)
}

/** Those who work with the person hear that there is one record now, or two again. */
export async function tell(ctx: Context, joining: Joining, topic: 'person.merged' | 'person.parted') {
  const accounts = await store.workersOf(ctx, joining.stays)
  for (const accountId of accounts) {
    if (accountId !== ctx.actor.account) await emit(ctx.tx, topic, { accountId, personId: joining.stays })
  }
}
