/**
 * Papers that owe their readers a language. What is circulated or issued should be there in the languages that the rules
 * of its body ask for; a translation that fell behind is told from the first draft on. A statement stays in the language
 * of the delegation that answers for its words.
 */
import type { Language } from '@kerege/contract/common'
import { languageDebt } from '@kerege/contract/council/waiting/rules'
import type { WaitingPaper } from '@kerege/contract/council/waiting/schema'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { rulesOf } from '../bodies.ts'
import { selected, toRow } from '../documents/store.ts'

const atMost = 20

export async function waitingPapers(ctx: Context): Promise<WaitingPaper[]> {
  if (!ctx.actor.verbs.includes('council.prepare')) return []
  const wanted = await wantedByBody(ctx)
  const found = await selected(ctx.tx)
    .where('d.kind', '<>', 'statement')
    .where(
      sql<boolean>`(
        (d.state in ('draft', 'circulated', 'issued') and d.stale_languages <> '{}')
        or (d.state in ('circulated', 'issued') and not d.in_languages @> (
          select coalesce(array_agg(l), '{}') from jsonb_array_elements_text(
            ${JSON.stringify(Object.fromEntries(wanted))}::jsonb -> d.body_id::text) l)))`,
    )
    .orderBy('d.updated_at')
    .orderBy('d.id')
    .limit(atMost)
    .execute()
  ctx.trail.shown(found.map(row => row.id))
  return found.map(row => {
    const document = toRow(row)
    const debt = languageDebt(document, wanted.get(row.body_id) ?? [])
    return { document, ...debt, missing: document.state === 'draft' ? [] : debt.missing }
  })
}

async function wantedByBody(ctx: Context): Promise<ReadonlyMap<string, readonly Language[]>> {
  const bodies = await ctx.tx.selectFrom('council.bodies').select('id').execute()
  const wanted = new Map<string, readonly Language[]>()
  for (const { id } of bodies) wanted.set(id, (await rulesOf(ctx.tx, id)).rules.languages)
  return wanted
}
