/** Assessments and panels in SQL: rows in, parsed shapes out. Policies filter underneath. */
import type { RoleName } from '@kerege/contract/access/roles'
import type { MultiText } from '@kerege/contract/common'
import { DomainError, notFound } from '@kerege/contract/errors'
import {
  Content,
  type InterestRow,
  type Interests,
  type Member,
  type Panel,
} from '@kerege/contract/meetings/interests'
import type { TaskState } from '@kerege/contract/tasks/rules'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { toDone } from '../conferences/store.ts'
import { dayOf, timeOf } from '../times.ts'

const selected = (ctx: Context) =>
  ctx.tx
    .selectFrom('meetings.interests as i')
    // After a sitting its members read what they decided, and the person no longer.
    .leftJoin('people.persons as p', 'p.id', 'i.person_id')
    .innerJoin('access.accounts as a', 'a.id', 'i.written_by')
    .leftJoin('access.accounts as r', 'r.id', 'i.reviewed_by')
    .selectAll('i')
    .select(['p.label as person', 'a.name as writer', 'r.name as reviewer'])
export type Found = Awaited<ReturnType<ReturnType<typeof selected>['execute']>>[number]

/** @throws DomainError `not-found`, for what is not open and for what is not there alike */
export async function get(ctx: Context, id: string): Promise<Found> {
  const row = await selected(ctx).where('i.id', '=', id).executeTakeFirst()
  if (!row) throw notFound()
  return row
}

/**
 * One command after the other, so that each judges what the last one left.
 * @throws DomainError `stale-version` for somebody who did not see what happened since
 */
export async function lock(ctx: Context, id: string, seen?: number): Promise<Found> {
  await get(ctx, id)
  await sql`select pg_advisory_xact_lock(hashtextextended(${id}, 74))`.execute(ctx.tx)
  const row = await get(ctx, id)
  if (seen !== undefined && seen !== row.version) {
    throw new DomainError('conflict', 'stale-version', { version: row.version })
  }
  return row
}

export const ofCase = (ctx: Context, caseId: string) =>
  selected(ctx).where('i.case_id', '=', caseId).orderBy('i.written_at', 'desc').limit(100).execute()

/** What the form wrote, by the shape of its version. */
export const contentOf = (row: Found): Content => Content.parse(row.content)

export const toRow = (row: Found, panel: FoundPanel | undefined): InterestRow => ({
  id: row.id,
  version: row.version,
  // Constraints of the table.
  question: row.question as InterestRow['question'],
  state: row.state as InterestRow['state'],
  by: { id: row.written_by, name: row.writer },
  at: row.written_at,
  ...(panel
    ? {
        panel: {
          state: panel.state as Panel['state'],
          day: panel.day,
          ...(panel.decided_at ? { decidedAt: panel.decided_at } : {}),
          ...(panel.state === 'decided' && panel.review_on ? { reviewOn: panel.review_on } : {}),
        },
      }
    : {}),
})

export async function stepsOf(ctx: Context, id: string): Promise<Interests['steps']> {
  const rows = await ctx.tx
    .selectFrom('meetings.interest_steps as s')
    .innerJoin('access.accounts as a', 'a.id', 's.actor_id')
    .select(['s.from_state', 's.to_state', 's.at', 's.actor_id', 'a.name', 's.reason'])
    .where('s.interest_id', '=', id)
    .orderBy('s.number')
    .execute()
  return rows.map(row => ({
    ...(row.from_state === null ? {} : { from: row.from_state as Interests['state'] }),
    to: row.to_state as Interests['state'],
    at: row.at,
    by: { id: row.actor_id, name: row.name },
    ...(row.reason === null ? {} : { reason: row.reason }),
  }))
}

// ---------------------------------------------------------------- panels
const panels = (ctx: Context) =>
  ctx.tx
    .selectFrom('meetings.panels as p')
    .innerJoin('access.accounts as a', 'a.id', 'p.called_by')
    .selectAll('p')
    .select('a.name as caller')
    .select([dayOf(ctx, 'p.sits_at').as('day'), timeOf(ctx, 'p.sits_at').as('time')])
export type FoundPanel = Awaited<ReturnType<ReturnType<typeof panels>['execute']>>[number]

async function getPanel(ctx: Context, id: string): Promise<FoundPanel> {
  const row = await panels(ctx).where('p.id', '=', id).executeTakeFirst()
  if (!row) throw notFound()
  return row
}

/** The latest first. */
export const panelsOf = async (ctx: Context, interestIds: readonly string[]): Promise<FoundPanel[]> =>
  interestIds.length === 0
    ? []
    : panels(ctx)
        .where('p.interest_id', 'in', [...interestIds])
        .orderBy('p.called_at', 'desc')
        .execute()

/** @throws DomainError `stale-version` */
export async function lockPanel(ctx: Context, id: string, seen?: number): Promise<FoundPanel> {
  const { interest_id } = await getPanel(ctx, id)
  await lock(ctx, interest_id)
  const row = await getPanel(ctx, id)
  if (seen !== undefined && seen !== row.version) {
    throw new DomainError('conflict', 'stale-version', { version: row.version })
  }
  return row
}

const membersOf = (ctx: Context, panelId: string) =>
  ctx.tx
    .selectFrom('meetings.members as m')
    .innerJoin('access.accounts as a', 'a.id', 'm.account_id')
    .innerJoin('access.agencies as g', 'g.id', 'm.agency_id')
    .selectAll('m')
    .select(['a.name', 'g.name as agency'])
    .where('m.panel_id', '=', panelId)
    .orderBy('m.ordinal')
    .execute()

/** The request that stands behind a panel's proposal, and who agreed to it. */
async function voicesOf(ctx: Context, panelId: string) {
  const { rows } = await sql<{ approval_id: string; state: string; account_id: string | null }>`
    select approval_id, state, account_id from meetings.voices(${panelId}::uuid)`.execute(ctx.tx)
  return {
    approvalId: rows.find(row => row.state === 'pending')?.approval_id,
    agreed: new Set(rows.map(row => row.account_id)),
  }
}

async function followUpsOf(ctx: Context, panelId: string) {
  const rows = await ctx.tx
    .selectFrom('meetings.follow_ups as f')
    .leftJoin('access.accounts as a', 'a.id', 'f.owner_id')
    .select(['f.id', 'f.words', 'f.owner_id', 'f.who', 'f.due', 'f.task_id', 'a.name as owner'])
    .where('f.panel_id', '=', panelId)
    .orderBy('f.ordinal')
    .execute()
  const tasks = await sql<{ task_id: string; state: TaskState }>`
    select task_id, state from meetings.follow_up_tasks(${[panelId]}::uuid[])`.execute(ctx.tx)
  return rows.map(row => toDone(row, tasks.rows))
}

export async function toPanel(ctx: Context, row: FoundPanel): Promise<Panel> {
  const members = await membersOf(ctx, row.id)
  const { approvalId, agreed } = await voicesOf(ctx, row.id)
  const steps = await ctx.tx
    .selectFrom('meetings.panel_steps as s')
    .innerJoin('access.accounts as a', 'a.id', 's.actor_id')
    .select(['s.from_state', 's.to_state', 's.at', 's.actor_id', 'a.name', 's.reason'])
    .where('s.panel_id', '=', row.id)
    .orderBy('s.number')
    .execute()
  const open = row.state === 'called' || row.state === 'proposed'
  return {
    id: row.id,
    version: row.version,
    state: row.state as Panel['state'],
    day: row.day,
    time: row.time,
    ...(row.place === null ? {} : { place: row.place }),
    by: { id: row.called_by, name: row.caller },
    quorum: row.quorum,
    members: members.map(
      (one): Member => ({
        id: one.id,
        account: { id: one.account_id, name: one.name },
        role: one.role as RoleName,
        agency: one.agency as MultiText,
        leads: one.ordinal === 1,
        ...(one.option === null ? {} : { option: one.option }),
        ...(one.words === null ? {} : { words: one.words }),
        ...(one.said_at === null ? {} : { saidAt: one.said_at }),
        dissents: one.dissents,
        ...(one.dissent_words === null ? {} : { dissentWords: one.dissent_words }),
        agreed: agreed.has(one.account_id),
      }),
    ),
    ...(row.option && row.words && row.reasons && row.review_on
      ? {
          decision: {
            option: row.option,
            words: row.words,
            reasons: row.reasons,
            reviewOn: row.review_on,
            followUps: await followUpsOf(ctx, row.id),
            ...(row.decided_at ? { at: row.decided_at } : {}),
          },
        }
      : {}),
    steps: steps.map(one => ({
      ...(one.from_state === null ? {} : { from: one.from_state as Panel['state'] }),
      to: one.to_state as Panel['state'],
      at: one.at,
      by: { id: one.actor_id, name: one.name },
      ...(one.reason === null ? {} : { reason: one.reason }),
    })),
    ...(approvalId ? { approvalId } : {}),
    maySay: open && members.some(one => one.account_id === ctx.actor.account && !agreed.has(one.account_id)),
    mayWrite: open && row.called_by === ctx.actor.account && ctx.actor.verbs.includes('interests.write'),
  }
}
