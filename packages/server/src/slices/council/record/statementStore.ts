/** Statements of a session in SQL, as far as the reader may see them: policies of their documents filter underneath. */
import type { Language } from '@kerege/contract/common'
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database.ts'

/** For a request, or for nobody on a public page, who has public ones only. */
export async function statementsOf(tx: Tx, sessionId: string) {
  const rows = await tx
    .selectFrom('council.statements as t')
    .innerJoin('council.documents as d', 'd.id', 't.document_id')
    .select(['d.id', 'd.symbol', 'd.state', 'd.source_language', 'd.is_public'])
    .select([
      't.item_id',
      't.party_id',
      't.for_record',
      't.withheld',
      't.late',
      't.filed_at',
      't.withdrawn_at',
    ])
    // A title as it stands in the newest text of each language that the reader may see.
    .select(
      sql<Record<string, { text: string; state: string }>>`(
        select coalesce(jsonb_object_agg(x.language, jsonb_build_object('text', x.title, 'state', x.state)), '{}')
        from (select distinct on (v.language) v.language, v.body ->> 'title' as title, v.state
          from council.document_texts v where v.document_id = d.id order by v.language, v.number desc) x)`.as(
        'title',
      ),
    )
    .where('t.session_id', '=', sessionId)
    .orderBy('t.number')
    .execute()
  return rows.map(({ source_language, ...row }) => ({ ...row, language: source_language as Language }))
}
