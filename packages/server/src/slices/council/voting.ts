/**
 * Voting in the room, where the rules of the body allow it: parties say for, against or abstain, and may say it anew until the
 * chair closes the vote. Carried, it is adopted; lost, it ends like a broken consensus and can be taken up again.
 */
import type { Parsed } from '@kerege/contract/route'
import type * as routes from '@kerege/contract/council/decisionRoutes'
import type { StepKind } from '@kerege/contract/council/silence'
import { objectionHindrance } from '@kerege/contract/council/silence'
import { type Choice, outcome, stepOf, tally, votesOn } from '@kerege/contract/council/voting'
import { DomainError } from '@kerege/contract/errors'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/database.ts'
import { rulesOf } from './bodies.ts'
import { type FoundDecision, lock, record } from './decisionStore.ts'
import { voiceOf } from './voices.ts'

/** @throws DomainError `no-voting` where the rules of the body have none */
export async function requireVoting(ctx: Context, row: FoundDecision): Promise<void> {
  const { rules } = await rulesOf(ctx.tx, row.body_id)
  if (rules.voting === 'never') throw new DomainError('conflict', 'no-voting')
}

/**
 * Said twice alike is said once.
 * @throws DomainError as an objection; `vote-not-open`, `text-changed`
 */
export async function vote(ctx: Context, id: string, body: Parsed<typeof routes.voteOnDecision>['body']) {
  const row = await lock(ctx, id, null)
  const voice = await voiceOf(ctx)
  const { rules } = await rulesOf(ctx.tx, row.body_id)
  const state = row.state === 'room' ? 'room' : 'broken'
  const hindrance = objectionHindrance({ state }, voice?.standing, rules, ctx.now.toISOString())
  if (hindrance && hindrance !== 'decision-not-open') throw new DomainError('forbidden', hindrance)
  if (row.state !== 'room' || row.way !== 'vote') throw new DomainError('conflict', 'vote-not-open')
  if (row.text_number !== body.text) {
    throw new DomainError('conflict', 'text-changed', { text: row.text_number })
  }
  const partyId = voice?.party.id ?? ''
  if ((await votesOf(ctx.tx, row)).get(partyId) === body.choice) return
  await record(ctx, id, stepOf[body.choice], { partyId })
}

async function votesOf(tx: Tx, row: { id: string; text_number: number }): Promise<Map<string, Choice>> {
  const steps = await tx
    .selectFrom('council.decision_steps')
    .select(['kind', 'text_number', 'party_id'])
    .where('decision_id', '=', row.id)
    .orderBy('ordinal')
    .execute()
  return votesOn(
    steps.map(step => ({
      kind: step.kind as StepKind,
      text: step.text_number,
      partyId: step.party_id ?? undefined,
    })),
    row.text_number,
  )
}

/** By the rules under which it was put. @throws DomainError `no-quorum` when too few have voted */
export async function isCarried(ctx: Context, row: FoundDecision): Promise<boolean> {
  const { rules } = await rulesOf(ctx.tx, row.body_id)
  const counted = tally(await votesOf(ctx.tx, row))
  const found = outcome(rules.voting, counted, rules.quorum)
  if (found === 'no-quorum') {
    const present = counted.for + counted.against + counted.abstain
    throw new DomainError('conflict', 'no-quorum', { present, needed: rules.quorum })
  }
  return found === 'carried'
}
