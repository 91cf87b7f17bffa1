/**
 * What is shown of practices that were found: heads, and the texts in the one language that fits. A whole record says everything in seven, and to send
 * and read twenty of them takes longer than to find them.
 */
import { type Language, languages, type MultiText } from '@kerege/contract/common'
import type { TextField } from '@kerege/contract/practices/content'
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database.ts'
import type { Heads, Shown } from '../record/rows.ts'

export interface ReadText extends Shown {
  /** Of the title: a text may stand in a language in which the title does not. */
  language: Language
  title: MultiText
  facts: Heads['facts']
  texts: Partial<Record<TextField, string>>
}

/** Through the policies of the reader; what they do not let through is not there. */
export async function readTexts(
  tx: Tx,
  hits: readonly { id: string; language: Language }[],
): Promise<ReadText[]> {
  const { rows } = await sql<ReadText>`
    select p.id, p.number, p.state, p.audience, p.country, p.author_id, a.name as author_name, p.published_at, p.updated_at,
      p.confirm_by, l.language, c.content #> '{texts,title}' as title,
      jsonb_build_object('domains', c.content #> '{facts,domains}', 'evidenceLevel', c.content #> '{facts,evidenceLevel}') as facts,
      (select jsonb_object_agg(t.key, t.value #> array[l.language, 'text']) from jsonb_each(c.content -> 'texts') t
        where t.value ? l.language) as texts
    from unnest(${hits.map(hit => hit.id)}::uuid[], ${hits.map(hit => hit.language)}::text[]) as h (id, language)
    join practices.practices p on p.id = h.id
    join access.accounts a on a.id = p.author_id
    join practices.editions e on e.id = p.edition_id
    -- Unpacked once and not for each of its parts.
    cross join lateral (select e.content || '{}' as content offset 0) c
    cross join lateral (
      select o.language from unnest(${[...languages]}::text[]) with ordinality as o (language, nth)
      where c.content #> '{texts,title}' ? o.language order by o.language = h.language desc, o.nth limit 1) l`.execute(
    tx,
  )
  return rows
}
