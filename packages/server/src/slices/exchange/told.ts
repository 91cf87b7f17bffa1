/**
 * At the hub: what the node of a member says of using a practice. It has no account here: its word counts by the key that the
 * operator of the hub has written down for that state, and an older word never takes the place of a newer one.
 */
import type { Language } from '@kerege/contract/common'
import { DomainError } from '@kerege/contract/errors'
import { Report, reportType } from '@kerege/contract/exchange/feed'
import type { SignedBody } from '@kerege/contract/guidance/feed'
import type { AdoptionState } from '@kerege/contract/practices/rules'
import type { Context } from '../../platform/context.ts'
import { newId } from '../../platform/ids.ts'
import type { Knock, OpenAnswer } from '../../platform/handler.ts'
import { parsedBody, signerOf } from './signed.ts'

export async function takeReport(
  { node, now }: Knock,
  signed: SignedBody,
): Promise<OpenAnswer<{ result: 'taken' | 'known' }>> {
  const who = signerOf(node.memberNodes, signed, reportType)
  if (!who) throw new DomainError('forbidden', 'signature-unknown')
  const report = parsedBody(Report, signed.body)
  const { rows } = await node.pool.query<{ result: string }>(
    'select exchange.take_report($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) as result',
    [
      newId(now.getTime()),
      report.practiceId,
      who.party,
      report.number,
      report.state,
      report.language,
      report.words ?? null,
      report.at,
      now,
      signed.note,
    ],
  )
  const result = rows[0]?.result
  if (result === 'older') throw new DomainError('conflict', 'statement-older')
  if (result !== 'taken' && result !== 'known') throw new DomainError('not-found', 'not-found')
  return { body: { result }, subjects: [report.practiceId] }
}

/** Of each state what it said last, in the order of their codes: there is no first and no last among them. */
export async function toldOf(ctx: Context, practiceId: string) {
  const rows = await ctx.tx
    .selectFrom('exchange.told')
    .distinctOn('party')
    .selectAll()
    .where('practice_id', '=', practiceId)
    .orderBy('party')
    .orderBy('number', 'desc')
    .execute()
  ctx.trail.shown([practiceId])
  return {
    rows: rows.map(row => ({
      party: row.party,
      state: row.state as AdoptionState,
      language: row.language as Language,
      ...(row.words === null ? {} : { words: row.words }),
      at: row.said_at,
    })),
  }
}
