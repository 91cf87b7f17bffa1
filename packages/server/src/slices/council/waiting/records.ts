/** Circulated records that no session has approved yet, and for whom each of them waits. */
import type { MultiText } from '@kerege/contract/common'
import { correctionsOver } from '@kerege/contract/council/record/term'
import { voiceHindrance } from '@kerege/contract/council/silence'
import { recordWaitsFor } from '@kerege/contract/council/waiting/rules'
import type { WaitingRecord } from '@kerege/contract/council/waiting/schema'
import type { Context } from '../../../platform/context.ts'
import { voiceOf } from '../voices.ts'

export async function waitingRecords(ctx: Context): Promise<WaitingRecord[]> {
  const rows = await ctx.tx
    .selectFrom('council.records as r')
    .innerJoin('council.documents as d', 'd.id', 'r.document_id')
    .innerJoin('council.sessions as s', 's.id', 'r.session_id')
    .select([
      'r.document_id',
      'r.session_id',
      'r.circulated_at',
      'r.corrections_until',
      'd.symbol',
      's.title',
    ])
    .select(eb =>
      eb
        .selectFrom('council.document_amendments as a')
        .select(inner => inner.fn.countAll<number>().as('n'))
        .whereRef('a.document_id', '=', 'r.document_id')
        .where('a.state', '=', 'proposed')
        .as('open'),
    )
    .where('d.state', '=', 'circulated')
    .where('r.approved_at', 'is', null)
    .orderBy('r.corrections_until')
    .limit(20)
    .execute()
  if (rows.length === 0) return []
  const now = ctx.now.toISOString()
  const reader = {
    prepares: ctx.actor.verbs.includes('council.prepare'),
    corrects: await correctsRecords(ctx, now),
  }
  ctx.trail.shown(rows.map(row => row.document_id))
  return rows.flatMap(row => {
    const { circulated_at: circulatedAt, corrections_until: correctionsUntil } = row
    if (circulatedAt === null || correctionsUntil === null) return []
    const openCorrections = Number(row.open ?? 0)
    const over = correctionsOver(correctionsUntil, now)
    return [
      {
        documentId: row.document_id,
        session: { id: row.session_id, title: row.title as MultiText },
        symbol: row.symbol ?? '',
        circulatedAt,
        correctionsUntil,
        openCorrections,
        waits: recordWaitsFor({ over, openCorrections, ...reader }),
      },
    ]
  })
}

/** Corrections are amendments, and those are made for a member. */
async function correctsRecords(ctx: Context, now: string): Promise<boolean> {
  if (!ctx.actor.verbs.includes('council.speak')) return false
  const voice = await voiceOf(ctx)
  return (
    voiceHindrance(voice?.standing, now.slice(0, 10)) === null && voice?.party.classification === 'member'
  )
}
