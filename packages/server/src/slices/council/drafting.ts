/** Drafts and their versions. Under silence another text restarts the clock or is refused, as the body's rules say. */
import type { MultiText } from '@kerege/contract/common'
import type { DraftDecision, RewriteDecision } from '@kerege/contract/council/decisions'
import {
  type DecisionState,
  earliestExpiry,
  isEnded,
  missingLanguages,
  withStale,
} from '@kerege/contract/council/silence'
import { DomainError, invalid } from '@kerege/contract/errors'
import type { Context } from '../../platform/context.ts'
import { get as getBody, rulesOf } from './bodies.ts'
import { tellEverybody } from './deciding.ts'
import { type FoundDecision, lock, record, writeText } from './decisionStore.ts'

/** A command that is sent again makes nothing new: the id was made by the device. */
export async function draft(ctx: Context, body: DraftDecision): Promise<void> {
  await getBody(ctx.tx, body.bodyId)
  await requireSession(ctx, body.sessionId)
  const made = await ctx.tx
    .insertInto('council.decisions')
    .values({
      id: body.id,
      body_id: body.bodyId,
      session_id: body.sessionId ?? null,
      state: 'draft',
      restricted: body.restricted,
      created_by: ctx.actor.account,
      created_at: ctx.now,
      updated_at: ctx.now,
    })
    .onConflict(conflict => conflict.column('id').doNothing())
    .executeTakeFirst()
  if (!made.numInsertedOrUpdatedRows) return
  await writeText(ctx, body.id, 1, body)
  await record(ctx, body.id, 'drafted')
}

async function requireSession(ctx: Context, id: string | undefined) {
  if (!id) return
  const found = await ctx.tx
    .selectFrom('council.sessions')
    .select('id')
    .where('id', '=', id)
    .executeTakeFirst()
  if (!found) throw invalid([{ pointer: '/sessionId', code: 'not-found' }])
}

/** @throws DomainError `text-under-silence` where the rules refuse, `decision-closed` after its end */
export async function rewrite(ctx: Context, id: string, body: RewriteDecision): Promise<void> {
  const row = await lock(ctx, id, ctx.basedOn)
  const state = row.state as DecisionState
  if (isEnded(state) || state === 'broken') throw new DomainError('conflict', 'decision-closed', { state })
  await requireSession(ctx, body.sessionId)
  const text = withStale(textOf(row), body, body.stillRight)
  if (state === 'silence') return restartByRule(ctx, row, text)
  await replaceText(ctx, row, text, { session_id: body.sessionId ?? null, restricted: body.restricted })
  await record(ctx, id, 'rewritten')
}

/** The words as they stand, before another version is written. */
export const textOf = (row: FoundDecision) => ({
  title: row.title as MultiText,
  texts: row.texts as MultiText,
})

async function restartByRule(ctx: Context, row: FoundDecision, body: RewriteDecision) {
  const { rules } = await rulesOf(ctx.tx, row.body_id)
  if (rules.translationChange === 'refuse') throw new DomainError('conflict', 'text-under-silence')
  const missing = missingLanguages(body.texts, rules.languages)
  if (missing.length > 0) throw languagesMissing(missing)
  const expiresAt = earliestExpiry(rules, ctx.now.toISOString())
  await restart(ctx, row, body, expiresAt)
}

export const languagesMissing = (missing: readonly string[]) =>
  new DomainError('conflict', 'languages-missing', { languages: missing.join(' ') })

/** Another text under silence: what was said of the old one stays with the old one, and the clock begins anew. */
export async function restart(
  ctx: Context,
  row: FoundDecision,
  text: Pick<RewriteDecision, 'title' | 'texts'>,
  expiresAt: string,
  reason?: string,
): Promise<void> {
  const { rules } = await rulesOf(ctx.tx, row.body_id)
  await replaceText(ctx, row, text, {
    put_at: ctx.now,
    expires_at: expiresAt,
    remind_at: reminderAt(rules.reminderHours, expiresAt),
  })
  await record(ctx, row.id, 'restarted', { expiresAt, words: reason })
  await tellEverybody(ctx.tx, 'decision.silence', { decisionId: row.id })
}

export const reminderAt = (hours: number, expiresAt: string): string | null =>
  hours === 0 ? null : new Date(Date.parse(expiresAt) - hours * 3_600_000).toISOString()

async function replaceText(
  ctx: Context,
  row: FoundDecision,
  text: Pick<RewriteDecision, 'title' | 'texts'>,
  more: Partial<
    Pick<FoundDecision, 'session_id' | 'restricted' | 'expires_at' | 'remind_at'> & {
      put_at: Date | string | null
    }
  >,
) {
  const number = row.text_number + 1
  await writeText(ctx, row.id, number, text)
  await ctx.tx
    .updateTable('council.decisions')
    .set({ ...more, text_number: number, version: row.version + 1, updated_at: ctx.now })
    .where('id', '=', row.id)
    .execute()
}
