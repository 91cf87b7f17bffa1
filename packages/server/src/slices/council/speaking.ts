/**
 * What a party says of a decision: an objection, which ends it; a reservation or an interpretative statement, which does
 * not. A delegate says it for the own party; chair and secretariat write down what came on paper or in the room.
 */
import type { Parsed } from '@kerege/contract/route'
import type * as routes from '@kerege/contract/council/decisionRoutes'
import {
  type DecisionState,
  isOver,
  objectionHindrance,
  type Standing,
  voiceHindrance,
} from '@kerege/contract/council/silence'
import { DomainError, invalid } from '@kerege/contract/errors'
import type { Context } from '../../platform/context.ts'
import { rulesOf } from './bodies.ts'
import { breakIt } from './deciding.ts'
import { type FoundDecision, lock, record } from './decisionStore.ts'
import { partyNames } from './parties.ts'
import { voiceOf } from './voices.ts'

const conflicts: readonly string[] = ['decision-not-open', 'silence-over']

function refuse(code: string | null) {
  if (code) throw new DomainError(conflicts.includes(code) ? 'conflict' : 'forbidden', code)
}

/** Nobody speaks of a text that they have not read. */
function requireText(row: FoundDecision, text: number) {
  if (row.text_number !== text) throw new DomainError('conflict', 'text-changed', { text: row.text_number })
}

async function mayObject(ctx: Context, row: FoundDecision, standing: Standing | undefined) {
  const { rules } = await rulesOf(ctx.tx, row.body_id)
  // While a vote is open, whoever is against says so by voting.
  if (row.state === 'room' && row.way === 'vote') throw new DomainError('conflict', 'vote-open')
  const state = row.state as DecisionState
  const decision = { state, expiresAt: row.expires_at ?? undefined }
  refuse(objectionHindrance(decision, standing, rules, ctx.now.toISOString()))
}

/**
 * The moment that counts is when the request came in: who waits for a lock is not late.
 * @throws DomainError `no-delegation`, `no-credentials`, `term-ended`, `not-counted`, `decision-not-open`,
 * `silence-over`, `text-changed`
 */
export async function object(ctx: Context, id: string, body: Parsed<typeof routes.objectToDecision>['body']) {
  const row = await lock(ctx, id, null)
  const voice = await voiceOf(ctx)
  await mayObject(ctx, row, voice?.standing)
  requireText(row, body.text)
  await record(ctx, id, 'objected', { partyId: voice?.party.id, words: body.words })
  await breakIt(ctx, id, voice?.party.id)
}

function requireOpenForStatements(ctx: Context, row: FoundDecision) {
  const { state } = row
  if (state !== 'room' && state !== 'silence' && state !== 'adopted') refuse('decision-not-open')
  if (state === 'silence' && row.expires_at && isOver(row.expires_at, ctx.now.toISOString()))
    refuse('silence-over')
}

/** Partners and observers may state too: it is on the record and stops nothing. */
export async function state(ctx: Context, id: string, body: Parsed<typeof routes.stateOnDecision>['body']) {
  const row = await lock(ctx, id, null)
  const voice = await voiceOf(ctx)
  refuse(voiceHindrance(voice?.standing, ctx.now.toISOString().slice(0, 10)))
  requireOpenForStatements(ctx, row)
  requireText(row, body.text)
  await record(ctx, id, body.kind, { partyId: voice?.party.id, words: body.words })
}

export async function writeDown(
  ctx: Context,
  id: string,
  body: Parsed<typeof routes.recordOnDecision>['body'],
) {
  const row = await lock(ctx, id, null)
  const party = (await partyNames(ctx.tx)).get(body.partyId)
  if (!party) throw invalid([{ pointer: '/partyId', code: 'not-found' }])
  requireText(row, body.text)
  // What a party wrote on paper needs no account of its own: the party's standing is what counts.
  const standing = { classification: party.classification, credentials: 'accepted', from: '1900-01-01' }
  if (body.kind === 'objected') await mayObject(ctx, row, standing)
  else requireOpenForStatements(ctx, row)
  await record(ctx, id, body.kind, { partyId: party.id, words: body.words })
  if (body.kind === 'objected') await breakIt(ctx, id, party.id)
}
