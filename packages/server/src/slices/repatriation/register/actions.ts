/**
 * Writing down what is known of somebody abroad: the record, its entries, its steps. Whoever waits for the next step
 * is told what is missing; nobody is asked by the program whether they want to come home.
 */
import { DomainError, invalid, notFound } from '@kerege/contract/errors'
import { addDays } from '@kerege/contract/tasks/rules'
import {
  type AbroadState,
  mayStep,
  missingFor,
  openAbroad as openStates,
  outline,
  stepNeedsReason,
} from '@kerege/contract/repatriation/register/rules'
import type {
  AddEntry,
  EntryContent,
  OpenAbroad,
  TakeStep,
} from '@kerege/contract/repatriation/register/schema'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { newId } from '../../../platform/ids.ts'
import * as store from './store.ts'
import { isChild, toEntry } from './whole.ts'
import { today } from '../../../platform/localDay.ts'

/** A command that is sent again opens nothing new: the id was made by the device. */
export async function open(ctx: Context, draft: OpenAbroad): Promise<void> {
  await requireWrite(ctx, 'journey', draft.personId)
  const known = await store.ofPerson(ctx, draft.personId)
  if (known.some(row => row.id === draft.id)) return leave(ctx, draft.id, draft.personId)
  if (known.some(row => openStates.includes(row.state as AbroadState))) {
    throw new DomainError('conflict', 'abroad-already')
  }
  const on = requireDay(ctx, draft.on)
  const made = await ctx.tx
    .insertInto('repatriation.abroad')
    .values({
      id: draft.id,
      person_id: draft.personId,
      responsible_id: ctx.actor.account,
      created_at: ctx.now,
      updated_at: ctx.now,
    })
    .onConflict(conflict => conflict.column('id').doNothing())
    .executeTakeFirst()
  // Somebody else's record with this id: the answer is the one for what cannot be seen.
  if (!made.numInsertedOrUpdatedRows) throw notFound()
  const row = { id: draft.id, person_id: draft.personId }
  await record(ctx, row, 0, { from: null, to: 'known', on })
  await write(ctx, row, { id: newId(ctx.now.getTime()), on, content: draft.source })
  if (draft.whereabouts) {
    await write(ctx, row, { id: newId(ctx.now.getTime() + 1), on, content: draft.whereabouts })
  }
  await settle(ctx, draft.id, 1)
  changed(ctx, row, 1, { state: 'known' })
}

export async function add(ctx: Context, id: string, draft: AddEntry): Promise<void> {
  const row = await store.lock(ctx, id, null)
  const there = await store.entriesOf(ctx, [id])
  if (there.some(one => one.id === draft.id)) return leave(ctx, id, row.person_id)
  requireFitting(draft.content)
  const on = requireDay(ctx, draft.on)
  await requireWrite(ctx, compartmentOf(draft.content), row.person_id)
  if (draft.replaces !== undefined) await replace(ctx, there, draft)
  await write(ctx, row, { ...draft, on })
  await settle(ctx, id, row.version + 1)
  changed(ctx, row, row.version + 1, { [draft.content.kind]: draft.content }, compartmentOf(draft.content))
}

async function replace(ctx: Context, there: readonly store.FoundEntry[], draft: AddEntry): Promise<void> {
  const before = there.find(one => one.id === draft.replaces)
  const kind = (before?.content as EntryContent | undefined)?.kind
  if (!before || kind !== draft.content.kind || before.taken_back_at !== null) {
    throw invalid([{ pointer: '/replaces', code: 'not-found' }])
  }
  if (before.replaced_by !== null) throw new DomainError('conflict', 'abroad-entry-over')
  await ctx.tx
    .updateTable('repatriation.abroad_entries')
    .set({ replaced_by: draft.id })
    .where('id', '=', before.id)
    .execute()
}

/** @throws DomainError `abroad-entry-over` for what another wrote, and for what was said anew or taken back */
export async function takeBack(ctx: Context, id: string, entryId: string, reason: string): Promise<void> {
  const row = await store.lock(ctx, id, null)
  const entry = (await store.entriesOf(ctx, [id])).find(one => one.id === entryId)
  if (!entry) throw notFound()
  if (entry.account_id !== ctx.actor.account || entry.replaced_by !== null || entry.taken_back_at !== null) {
    throw new DomainError('conflict', 'abroad-entry-over')
  }
  await ctx.tx
    .updateTable('repatriation.abroad_entries')
    .set({ taken_back_at: ctx.now, taken_back_reason: reason })
    .where('id', '=', entryId)
    .execute()
  await settle(ctx, id, row.version + 1)
  changed(
    ctx,
    row,
    row.version + 1,
    { takenBack: entry.content },
    compartmentOf(entry.content as EntryContent),
  )
}

/**
 * Stepped twice is stepped once.
 * @throws DomainError `abroad-cannot` when nobody can step there, `abroad-missing` with what has to be on record first
 */
export async function step(ctx: Context, id: string, { to, on, reason }: TakeStep): Promise<void> {
  const row = await store.lock(ctx, id, null)
  const from = row.state as AbroadState
  if (from === to) return leave(ctx, id, row.person_id)
  if (!mayStep(from, to)) throw new DomainError('conflict', 'abroad-cannot', { state: from })
  const entries = (await store.entriesOf(ctx, [id])).map(toEntry)
  const missing = missingFor(from, to, entries, isChild(row, today(ctx)))
  if (missing.length > 0) throw new DomainError('conflict', 'abroad-missing', { missing: missing.join(' ') })
  if (stepNeedsReason(from, to) && !reason) throw invalid([{ pointer: '/reason', code: 'required' }])
  const day = requireDay(ctx, on)
  if (row.since !== null && day < row.since) throw invalid([{ pointer: '/on', code: 'before-the-last' }])
  const passed = await store.stepsOf(ctx, [id])
  await record(ctx, row, passed.length, { from, to, on: day, reason })
  await settle(ctx, id, row.version + 1)
  changed(ctx, row, row.version + 1, { state: to })
}

type Section = 'journey' | 'identity' | 'kinship'

function compartmentOf(content: EntryContent): Section {
  if (content.kind !== 'evidence') return 'journey'
  return content.proves === 'kinship' ? 'kinship' : 'identity'
}

/** Of a genetic test there are its result and who keeps it; of anything else there are neither. */
function requireFitting(content: EntryContent): void {
  if (content.kind === 'evidence') {
    const genetic = content.item === 'genetic-test'
    if (!genetic && content.result !== undefined) {
      throw invalid([{ pointer: '/content/result', code: 'genetic-only' }])
    }
    if (genetic && content.standing === 'found' && content.custodian === undefined) {
      throw invalid([{ pointer: '/content/custodian', code: 'required' }])
    }
  }
  if (content.kind === 'travel-paper' && content.standing === 'blocked' && content.obstacle === undefined) {
    throw invalid([{ pointer: '/content/obstacle', code: 'required' }])
  }
}

async function requireWrite(ctx: Context, compartment: string, personId: string): Promise<void> {
  const found = await sql<{ write: boolean }>`
    select access.covers('write', ${compartment}, ${personId}::uuid) as write`.execute(ctx.tx)
  if (!found.rows[0]?.write) throw notFound()
}

function requireDay(ctx: Context, on: string | undefined): string {
  const day = on ?? today(ctx)
  if (day > today(ctx)) throw invalid([{ pointer: '/on', code: 'in-the-future' }])
  return day
}

interface Whose {
  readonly id: string
  readonly person_id: string
}

const write = (
  ctx: Context,
  row: Whose,
  { id, on, content }: { id: string; on: string; content: EntryContent },
) =>
  ctx.tx
    .insertInto('repatriation.abroad_entries')
    .values({
      id,
      abroad_id: row.id,
      person_id: row.person_id,
      compartment: compartmentOf(content),
      kind: content.kind,
      on_day: on,
      at: ctx.now,
      account_id: ctx.actor.account,
      content: JSON.stringify(content),
    })
    .execute()

const record = (
  ctx: Context,
  row: Whose,
  recorded: number,
  step: { from: AbroadState | null; to: AbroadState; on: string; reason?: string | undefined },
) =>
  ctx.tx
    .insertInto('repatriation.abroad_steps')
    .values({
      id: newId(ctx.now.getTime()),
      abroad_id: row.id,
      person_id: row.person_id,
      number: recorded + 1,
      from_state: step.from,
      to_state: step.to,
      on_day: step.on,
      at: ctx.now,
      account_id: ctx.actor.account,
      reason: step.reason ?? null,
    })
    .execute()

/** The outline follows from what is written down, and the version goes on by one. */
async function settle(ctx: Context, id: string, version: number): Promise<void> {
  const brief = outline((await store.entriesOf(ctx, [id])).map(toEntry), addDays)
  await ctx.tx
    .updateTable('repatriation.abroad')
    .set({
      version,
      country: brief.country,
      held_as: brief.heldAs,
      last_heard_on: brief.lastHeardOn,
      ask_again_on: brief.askAgainOn,
      evidence_open: brief.evidenceOpen,
      paper_open: brief.paperOpen,
      consent_open: brief.consentOpen,
      updated_at: ctx.now,
    })
    .where('id', '=', id)
    .execute()
}

function leave(ctx: Context, id: string, personId: string): void {
  ctx.trail.touched(id)
  ctx.trail.shown([personId])
}

/** In the history of the person, in the section in which it lies. */
function changed(
  ctx: Context,
  row: Whose,
  version: number,
  after: Record<string, unknown>,
  compartment: Section = 'journey',
): void {
  ctx.trail.touched(row.id, Object.keys(after))
  ctx.trail.shown([row.person_id])
  ctx.trail.changed({
    personId: row.person_id,
    subjectId: row.person_id,
    compartment,
    kind: version === 1 ? 'created' : 'update',
    version,
    changes: [{ field: 'abroad', before: null, after }],
  })
}
