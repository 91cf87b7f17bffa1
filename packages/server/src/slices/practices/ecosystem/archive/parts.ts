/** What stands beside the records in the archive: where each practice is tried, and the thesaurus that its themes are taken from. */
import { toSkos } from '@kerege/contract/analysis/thesaurus/skos'
import { practiceSymbol } from '@kerege/contract/practices/rules'
import { sql } from 'kysely'
import { fetched } from '../../../../platform/exports/cursor.ts'
import type { ZipPart } from '../../../../platform/exports/zip.ts'
import { currentAnalyser } from '../../thesaurus/current.ts'
import type { ArchivePart } from './source.ts'

const file = (name: string, content: unknown): ZipPart => ({
  name,
  chunks: [Buffer.from(`${JSON.stringify(content, null, 1)}\n`)],
})

interface Row {
  id: string
  number: number | null
  uses: unknown
}

/** A file for each practice that somebody took up. Agencies speak, as everywhere in the archive; names of accounts are in none. */
export const adoptionPart: ArchivePart = async function* adoptions(ctx) {
  const query = sql<Row>`
    select p.id, p.number, (select jsonb_agg(jsonb_build_object(
      'id', a.id, 'edition', e.number, 'by', a.by_kind, 'agency', g.name, 'country', a.country, 'place', a.place,
      'since', a.since, 'standing', a.standing,
      'reports', coalesce((select jsonb_agg(jsonb_build_object('number', r.number, 'standing', r.standing, 'words', r.words,
        'adaptation', r.adaptation, 'feedback', r.feedback, 'language', r.language, 'at', r.at) order by r.number)
        from practices.adoption_reports r where r.adoption_id = a.id), '[]'),
      'answers', coalesce((select jsonb_agg(jsonb_build_object('words', s.words, 'language', s.language, 'at', s.at,
        'byAuthor', s.account_id = p.author_id) order by s.at, s.id)
        from practices.adoption_answers s where s.adoption_id = a.id), '[]')) order by a.created_at, a.id)
      from practices.adoptions a join practices.editions e on e.id = a.edition_id
      join access.agencies g on g.id = a.agency_id where a.practice_id = p.id) as uses
    from practices.practices p
    where exists (select 1 from practices.adoptions a where a.practice_id = p.id) order by p.created_at, p.id`
  for await (const rows of fetched<Row>(ctx, { compile: () => query.compile(ctx.tx) }, 20)) {
    for (const { id, number, uses } of rows) {
      yield file(`adoption/${number === null ? id : practiceSymbol(number)}.json`, uses)
    }
  }
}

export const thesaurusPart: ArchivePart = async function* thesaurus({ tx }) {
  yield file('thesaurus.jsonld', toSkos((await currentAnalyser(tx)).concepts))
}
