/** What is said of an obstacle: opened, asked, answered, on another desk, solved and how. Each a step with who and when. */
import {
  type Obstacle,
  type ObstacleState,
  type OpenObstacle,
  stateAfter,
  stepsFrom,
  type TakeObstacleStep,
} from '@kerege/contract/casework/obstacles'
import { DomainError, notFound } from '@kerege/contract/errors'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { newId } from '../../../platform/ids.ts'
import { today } from '../../../platform/localDay.ts'
import { caseOf, requirePast, standing } from '../standing.ts'
import * as store from './store.ts'

/** A command that is sent again makes nothing new: the id was made by the device. */
export async function open(ctx: Context, personId: string, draft: OpenObstacle): Promise<void> {
  await standing(ctx, personId)
  const known = await ctx.tx
    .selectFrom('casework.obstacles')
    .select('person_id')
    .where('id', '=', draft.id)
    .executeTakeFirst()
  if (known) {
    if (known.person_id !== personId) throw notFound()
    return
  }
  if (!(await store.writtenBy(ctx, [personId])).has(personId)) throw new DomainError('forbidden', 'not-yours')
  requirePast(ctx, { '/since': draft.since, '/askedOn': draft.askedOn })
  const made = await ctx.tx
    .insertInto('casework.obstacles')
    .values({
      id: draft.id,
      person_id: personId,
      case_id: caseOf(personId),
      kind: draft.kind,
      domain: draft.domain,
      desk: draft.desk,
      desk_name: draft.deskName ?? null,
      since: draft.since,
      state: draft.askedOn ? 'asked' : 'open',
      asked_on: draft.askedOn ?? null,
      opened_by: ctx.actor.account,
      opened_at: ctx.now,
      updated_at: ctx.now,
    })
    // Somebody else's with this id: the answer is the one for what cannot be seen.
    .onConflict(conflict => conflict.column('id').doNothing())
    .executeTakeFirst()
  if (!made.numInsertedOrUpdatedRows) throw notFound()
  await step(ctx, { id: draft.id, person_id: personId }, 'opened', draft.words, draft.deskName ?? draft.desk)
}

/** @throws DomainError `obstacle-cannot` when it does not stand there, `stale-version` when somebody came first */
export async function take(ctx: Context, id: string, command: TakeObstacleStep): Promise<void> {
  const seen = await store.get(ctx, id)
  const writes = await store.writtenBy(ctx, [seen.person_id])
  if (!store.movesIt(ctx, writes.has(seen.person_id))) throw new DomainError('forbidden', 'not-yours')
  await sql`select 1 from casework.obstacles where id = ${id}::uuid for no key update`.execute(ctx.tx)
  const row = await store.get(ctx, id)
  if (row.version !== command.seen) {
    throw new DomainError('conflict', 'stale-version', { version: row.version })
  }
  const state = row.state as ObstacleState // a constraint of the table
  if (!stepsFrom(state).includes(command.what)) {
    throw new DomainError('conflict', 'obstacle-cannot', { state })
  }
  requirePast(ctx, { '/on': command.on })
  await ctx.tx
    .updateTable('casework.obstacles')
    .set({
      ...columnsAfter(ctx, command),
      state: stateAfter(state, command.what),
      version: row.version + 1,
      updated_at: ctx.now,
    })
    .where('id', '=', id)
    .execute()
  await step(ctx, row, command.what, command.words, command.deskName ?? command.desk)
}

function columnsAfter(ctx: Context, { what, on = today(ctx), desk, deskName }: TakeObstacleStep) {
  switch (what) {
    case 'asked':
      return { asked_on: on, answered_on: null }
    case 'answered':
      return { answered_on: on }
    case 'moved':
      return { asked_on: null, answered_on: null, desk_name: deskName ?? null, ...(desk ? { desk } : {}) }
    case 'solved':
      return { solved_on: on }
    case 'again':
      return { solved_on: null, asked_on: null, answered_on: null }
    case 'word':
      return {}
  }
}

async function step(
  ctx: Context,
  row: { id: string; person_id: string },
  what: string,
  words: string | undefined,
  whom: string | undefined,
): Promise<void> {
  // Who does not read the social section says it where they read it again.
  const social = await ctx.tx
    .selectNoFrom(sql<boolean>`access.covers('write', 'social', ${row.person_id}::uuid)`.as('open'))
    .executeTakeFirst()
  await ctx.tx
    .insertInto('casework.obstacle_steps')
    .values({
      id: newId(ctx.now.getTime()),
      obstacle_id: row.id,
      person_id: row.person_id,
      compartment: social?.open ? 'social' : 'contact',
      number: sql<number>`casework.next_step(${row.id}::uuid)`,
      what,
      whom: whom ?? null,
      words: words ?? null,
      account_id: ctx.actor.account,
      at: ctx.now,
    })
    .execute()
  ctx.trail.touched(row.id, [what])
  ctx.trail.touched(row.person_id)
}

export async function whole(ctx: Context, id: string): Promise<Obstacle> {
  const row = await store.get(ctx, id)
  const steps = await ctx.tx
    .selectFrom('casework.obstacle_steps as s')
    .leftJoin('access.accounts as w', 'w.id', 's.account_id')
    .select(['s.what', 's.whom', 's.words', 's.account_id', 'w.name', 's.at'])
    .where('s.obstacle_id', '=', id)
    .orderBy('s.number', 'desc')
    .execute()
  ctx.trail.shown([id, row.person_id])
  return {
    ...store.toRow(ctx, row, await store.writtenBy(ctx, [row.person_id])),
    steps: steps.map(one => ({
      what: one.what as Obstacle['steps'][number]['what'], // a constraint of the table
      ...(one.whom === null ? {} : { whom: one.whom }),
      ...(one.words === null ? {} : { words: one.words }),
      ...(one.account_id && one.name !== null ? { by: { id: one.account_id, name: one.name } } : {}),
      at: one.at,
    })),
  }
}

export async function rowsOf(ctx: Context, rows: readonly store.FoundObstacle[]) {
  ctx.trail.shown(rows.flatMap(row => [row.id, row.person_id]))
  const writes = await store.writtenBy(
    ctx,
    rows.map(row => row.person_id),
  )
  return rows.map(row => store.toRow(ctx, row, writes))
}
