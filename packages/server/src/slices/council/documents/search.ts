/** Finding documents by words of any language; what is frequent is not read whole, and what is closed is not found. */
import type { Language } from '@kerege/contract/common'
import { foldWords } from '@kerege/contract/council/documents/words'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { byIds, toRow } from './store.ts'

export async function search(ctx: Context, asked: string) {
  // A symbol falls into its parts, which are words of the document too.
  const words = [...new Set(foldWords(asked))].slice(0, 12)
  if (words.length === 0) return { rows: [] }
  const { rows: hits } = await sql<{ document_id: string; language: Language }>`
    select document_id, language from council.find_documents(${words}::text[], 30)`.execute(ctx.tx)
  const ids = hits.map(hit => hit.document_id)
  const found = new Map((ids.length > 0 ? await byIds(ctx.tx, ids) : []).map(row => [row.id, row]))
  ctx.trail.shown(found.keys())
  return {
    rows: hits.flatMap(hit => {
      const row = found.get(hit.document_id)
      return row ? [{ document: toRow(row), language: hit.language }] : []
    }),
  }
}
