/** The receipt of a step: the text that was meant, what was said, the entry of the log and its proof. Verified without a node. */
import type { Receipt } from '@kerege/contract/council/decisions'
import type { MultiText } from '@kerege/contract/common'
import type { StepKind } from '@kerege/contract/council/silence'
import { notFound } from '@kerege/contract/errors'
import { sql } from 'kysely'
import { type Entry, entryReceipt } from '../audit/index.ts'
import type { Context } from '../../platform/context.ts'
import { get } from './decisionStore.ts'

export async function receipt(ctx: Context, id: string, stepId: string): Promise<Receipt> {
  const decision = await get(ctx.tx, id)
  const step = await ctx.tx
    .selectFrom('council.decision_steps as s')
    .innerJoin('council.decision_texts as x', join =>
      join.onRef('x.decision_id', '=', 's.decision_id').onRef('x.number', '=', 's.text_number'),
    )
    .leftJoin('council.parties as p', 'p.id', 's.party_id')
    .select(['s.id', 's.kind', 's.at', 's.words', 'x.number', 'x.title', 'x.texts', 'p.code'])
    .where('s.id', '=', stepId)
    .where('s.decision_id', '=', id)
    .executeTakeFirst()
  if (!step) throw notFound()
  const { rows } = await sql<Entry>`select * from council.logged(${stepId}::uuid)`.execute(ctx.tx)
  const [entry] = rows
  // What was seeded for a demo was never a request, so the log knows nothing of it.
  if (!entry) throw notFound()
  ctx.trail.shown([id])
  return {
    type: 'kerege-receipt/1',
    ...(await entryReceipt(ctx, entry)),
    decision: { id, ...(decision.symbol === null ? {} : { symbol: decision.symbol }) },
    step: {
      id: step.id,
      kind: step.kind as StepKind,
      at: step.at,
      ...(step.code === null ? {} : { party: step.code }),
      ...(step.words === null ? {} : { words: step.words }),
    },
    text: { number: step.number, title: step.title as MultiText, texts: step.texts as MultiText },
  }
}
