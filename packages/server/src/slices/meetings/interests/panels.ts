/**
 * A panel that decides what is best for a child: called by who works with the child or leads them, made up of people of several agencies who do
 * not. Each says what they think; the decision is written down and stands by the voices of more than half. Who sees it differently says so, and
 * that stays beside it. The program counts voices and decides nothing.
 */
import { DomainError, type Fault, invalid } from '@kerege/contract/errors'
import type { ActOnPanel, CallPanel, ProposeDecision, SayOpinion } from '@kerege/contract/meetings/interests'
import { quorumOf, seatFaults } from '@kerege/contract/meetings/panel'
import { panelMoves, type PanelState } from '@kerege/contract/meetings/states'
import { addDays } from '@kerege/contract/tasks/rules'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { newId } from '../../../platform/ids.ts'
import { today } from '../../../platform/localDay.ts'
import { emit, emitToAll } from '../../../platform/outbox.ts'
import { approvalKind, askApproval, takeApprovalBack } from '../../approvals/index.ts'
import { ownerFaults } from '../sections.ts'
import { momentOf } from '../times.ts'
import * as store from './store.ts'
import { panelRule, writes } from './whole.ts'

const kind = 'best-interests'
/** Days after the sitting in which a panel can still decide; then the file shuts by itself. */
const fileDays = 30

/** Sent again it is called once: the id was made by the device. @returns id of the assessment */
export async function call(ctx: Context, interestId: string, draft: CallPanel): Promise<string> {
  const row = await store.lock(ctx, interestId)
  const panels = await store.panelsOf(ctx, [interestId])
  if (panels.some(one => one.id === draft.id)) return interestId
  if (draft.seen !== row.version) throw new DomainError('conflict', 'stale-version', { version: row.version })
  if (!(await writes(ctx, row.person_id))) throw new DomainError('forbidden', 'not-yours')
  if (row.state !== 'reviewed') throw new DomainError('conflict', 'interests-closed', { state: row.state })
  if (panels.some(one => one.state !== 'dropped')) throw new DomainError('conflict', 'panel-there')
  await requireSeats(ctx, row, draft)
  const seats = draft.members.map(one => ({
    id: one.id,
    account: one.accountId,
    grant: newId(ctx.now.getTime()),
  }))
  await sql`select meetings.call_panel(${draft.id}::uuid, ${interestId}::uuid, ${newId(ctx.now.getTime())}::uuid,
    ${momentOf(ctx, draft.day, draft.time)}, ${draft.place ?? null}, ${quorumOf(seats.length, panelRule(ctx))}::int,
    ${JSON.stringify(seats)}::jsonb, ${momentOf(ctx, addDays(draft.day, fileDays))}, ${ctx.now.toISOString()}::timestamptz)`.execute(
    ctx.tx,
  )
  await emitToAll(
    ctx.tx,
    'panel.called',
    draft.members.map(one => one.accountId),
    { interestId },
  )
  leave(ctx, draft.id, row.person_id, ['state'])
  ctx.trail.touched(row.person_id, ['grants'])
  ctx.trail.shown(draft.members.map(one => one.accountId))
  return interestId
}

async function requireSeats(ctx: Context, row: store.Found, draft: CallPanel): Promise<void> {
  const asked = draft.members.map(one => one.accountId)
  const { rows } = await sql<{ id: string; agency_id: string | null; sits: boolean }>`
    select i as id, (select h.agency_id from access.hats h where h.account_id = i and h.ended_at is null
        order by (h.role = 'guardianshipOfficer') desc, h.created_at, h.id limit 1) as agency_id,
      meetings.can_sit(i, ${row.person_id}::uuid) as sits
    from unnest(${asked}::uuid[]) i`.execute(ctx.tx)
  const known = new Map(rows.map(one => [one.id, one]))
  const held = await ctx.tx
    .selectFrom('cases.cases')
    .select('worker_id')
    .where('id', '=', row.case_id)
    .executeTakeFirst()
  const faults: Fault[] = draft.members.flatMap(({ accountId }, at): Fault[] =>
    known.get(accountId)?.sits ? [] : [{ pointer: `/members/${at}/accountId`, code: 'panel-cannot-sit' }],
  )
  const seats = asked.map(accountId => ({ accountId, agencyId: known.get(accountId)?.agency_id ?? '' }))
  const not = { worker: held?.worker_id ?? null, caller: ctx.actor.account }
  for (const { at, code } of seatFaults(seats, panelRule(ctx), not)) {
    if (at === undefined) faults.push({ pointer: '/members', code })
    else {
      const pointer = `/members/${at}/accountId`
      const there = faults.findIndex(one => one.pointer === pointer)
      faults.splice(there === -1 ? faults.length : there, there === -1 ? 0 : 1, { pointer, code })
    }
  }
  if (draft.day < today(ctx)) faults.push({ pointer: '/day', code: 'in-the-past' })
  if (faults.length > 0) throw invalid(faults)
}

/** @returns id of the assessment */
export async function say(ctx: Context, panelId: string, body: SayOpinion): Promise<string> {
  const panel = await store.lockPanel(ctx, panelId)
  const shown = await store.toPanel(ctx, panel)
  if (panel.state !== 'called' && panel.state !== 'proposed') throw closed(panel)
  if (!shown.members.some(one => one.account.id === ctx.actor.account)) {
    throw new DomainError('forbidden', 'not-yours')
  }
  // Who has agreed has given their voice.
  if (!shown.maySay) throw new DomainError('conflict', 'decided-already')
  const options = store.contentOf(await store.get(ctx, panel.interest_id)).options
  if (!options.some(one => one.id === body.option)) throw invalid([{ pointer: '/option', code: 'not-found' }])
  if (body.dissents && panel.state !== 'proposed') {
    throw invalid([{ pointer: '/dissents', code: 'panel-not-proposed' }])
  }
  // Taken back and written anew meanwhile: they see another text differently than the one that stands there.
  if (body.dissents && body.approvalId !== shown.approvalId)
    throw new DomainError('conflict', 'stale-version')
  await sql`select meetings.say_opinion(${panelId}::uuid, ${body.option}::uuid, ${body.words}, ${body.dissents},
    ${body.dissents ? (body.dissentWords ?? null) : null}, ${ctx.now.toISOString()}::timestamptz)`.execute(
    ctx.tx,
  )
  leave(ctx, panelId, panel.person_id, ['opinions'])
  return panel.interest_id
}

/** Writes the decision down, and asks the members for their voices. @returns id of the assessment */
export async function propose(ctx: Context, panelId: string, body: ProposeDecision): Promise<string> {
  const panel = await locked(ctx, panelId, body.seen)
  if (panel.state !== 'called') throw closed(panel)
  const { members } = await store.toPanel(ctx, panel)
  // A decision comes after what each of them thinks, and not before.
  const said = members.filter(one => one.saidAt !== undefined).length
  if (said < panel.quorum)
    throw new DomainError('conflict', 'panel-opinions-missing', { said, quorum: panel.quorum })
  await requireWhole(ctx, panel, body)
  const follows = body.followUps.map(one => ({
    id: one.id,
    words: one.words,
    owner: one.ownerId ?? null,
    who: one.who ?? null,
    due: one.due,
  }))
  await sql`select meetings.propose(${panelId}::uuid, ${newId(ctx.now.getTime())}::uuid, ${body.option}::uuid, ${body.words}, ${body.reasons},
    ${body.reviewOn}::date, ${JSON.stringify(follows)}::jsonb, ${ctx.now.toISOString()}::timestamptz)`.execute(
    ctx.tx,
  )
  leave(ctx, panelId, panel.person_id, ['state'])
  await askApproval(ctx, {
    kind,
    subjectKind: 'panel',
    subjectId: panelId,
    personId: panel.person_id,
    compartment: 'protection',
    params: { interest: panel.interest_id },
    reason: body.words.slice(0, 500),
    steps: [{ accounts: members.map(one => one.account.id), quorum: panel.quorum }],
  })
  return panel.interest_id
}

async function requireWhole(ctx: Context, panel: store.FoundPanel, body: ProposeDecision): Promise<void> {
  const faults: Fault[] = []
  const options = store.contentOf(await store.get(ctx, panel.interest_id)).options
  if (!options.some(one => one.id === body.option)) faults.push({ pointer: '/option', code: 'not-found' })
  if (body.reviewOn <= today(ctx)) faults.push({ pointer: '/reviewOn', code: 'in-the-past' })
  faults.push(
    ...(await ownerFaults(ctx, body.followUps, '/followUps', {
      subjectId: panel.person_id,
      compartment: 'protection',
    })),
  )
  if (faults.length > 0) throw invalid(faults)
}

/** @returns id of the assessment */
export async function act(
  ctx: Context,
  panelId: string,
  { act: what, seen, reason }: ActOnPanel,
): Promise<string> {
  const panel = await locked(ctx, panelId, seen)
  const to = what === 'drop' ? 'dropped' : 'called'
  if (!panelMoves(panel.state as PanelState, to, 'worker')) throw closed(panel)
  const { approvalId } = await store.toPanel(ctx, panel)
  if (approvalId) await takeApprovalBack(ctx, approvalId)
  await move(ctx, panel, to, reason)
  return panel.interest_id
}

/** @throws DomainError `not-yours` for who did not call it */
async function locked(ctx: Context, panelId: string, seen: number): Promise<store.FoundPanel> {
  const panel = await store.lockPanel(ctx, panelId, seen)
  if (panel.called_by !== ctx.actor.account) throw new DomainError('forbidden', 'not-yours')
  return panel
}

const closed = (panel: store.FoundPanel) =>
  new DomainError('conflict', 'panel-closed', { state: panel.state })

async function move(ctx: Context, panel: store.FoundPanel, to: PanelState, reason?: string, agreed?: string) {
  await sql`select meetings.move_panel(${newId(ctx.now.getTime())}::uuid, ${panel.id}::uuid, ${panel.state}, ${to}, ${reason ?? null},
    ${agreed ?? null}::uuid, ${ctx.now.toISOString()}::timestamptz)`.execute(ctx.tx)
  leave(ctx, panel.id, panel.person_id, ['state'])
  if (reason) ctx.trail.because(reason, panel.person_id)
}

function leave(ctx: Context, id: string, personId: string, fields: readonly string[]): void {
  ctx.trail.touched(id, fields)
  ctx.trail.touched(personId)
}

export const panelKind = approvalKind({
  kind,
  // Who sees it differently has said so, and agrees only after taking that back.
  mayDecide: async (ctx, { subjectId }) => {
    const seat = await ctx.tx
      .selectFrom('meetings.members')
      .select('dissents')
      .where('panel_id', '=', subjectId)
      .where('account_id', '=', ctx.actor.account)
      .executeTakeFirst()
    return seat !== undefined && !seat.dissents
  },
  execute: async (ctx, { id, subjectId }) => {
    const panel = await store.lockPanel(ctx, subjectId)
    if (panel.state !== 'proposed') throw closed(panel)
    await move(ctx, panel, 'decided', undefined, id)
    // Whoever wrote the assessment works with the child, and need not be who called the panel.
    const { written_by: accountId } = await store.get(ctx, panel.interest_id)
    if (accountId !== panel.called_by) {
      await emit(ctx.tx, 'panel.decided', { accountId, interestId: panel.interest_id })
    }
    const begun = await sql<{ task_id: string; owner_id: string }>`
      select task_id, owner_id from meetings.begin_tasks(${subjectId}::uuid, ${id}::uuid, ${ctx.now.toISOString()}::timestamptz)`.execute(
      ctx.tx,
    )
    for (const { task_id, owner_id } of begun.rows) {
      await emit(ctx.tx, 'task.handed-over', { accountId: owner_id, taskId: task_id })
    }
    ctx.trail.counted('tasks', begun.rows.length)
  },
  refused: async (ctx, { id, subjectId }, comment) => {
    const panel = await store.lockPanel(ctx, subjectId)
    if (panel.state === 'proposed') await move(ctx, panel, 'called', comment, id)
  },
})
