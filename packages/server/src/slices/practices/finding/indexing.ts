/**
 * Keeps the index of practices true: editions that it does not have, or has under an older analyser or under words of the thesaurus that were changed,
 * are written in portions. A restart goes on from where it was. Acts for nobody; what it reads goes into the index and nowhere else.
 */
import { rememberingWords } from '@kerege/contract/analysis/analyse'
import type { PracticeContent } from '@kerege/contract/practices/content'
import { setImmediate } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Node } from '../../../platform/context.ts'
import { inTransaction, type Tx } from '../../../platform/database.ts'
import type { JobDefinition } from '../../../platform/jobs.ts'
import { type FileKeys, languageBits, packing, type Posting, postingsOf, withFiles } from './keys.ts'
import { currentThesaurus } from '../thesaurus/current.ts'
import { followThesaurus } from '../thesaurus/following.ts'
import { type News, newsOf, tellOfNews } from './saved.ts'

const portion = 500
/** A tick ends soon enough for a node that is asked to stop. */
const portionsAtOnce = 10
const lock = 2_026_029

interface Edition {
  practice_id: string
  edition_id: string
  content: PracticeContent
  news: boolean
}

/** @returns how many editions were written; 0 when the index is up to date or another process is at it */
export async function indexPortion(node: Node, read = rememberingWords(), told?: number): Promise<number> {
  return inTransaction(node.pool, async tx => {
    const mine = await sql<{
      mine: boolean
    }>`select pg_try_advisory_xact_lock(${lock}::bigint) as mine`.execute(tx)
    if (!mine.rows[0]?.mine) return 0
    const current = await currentThesaurus(tx)
    const { analyser } = current
    const version = told ?? current.analysis
    if (told === undefined) await followThesaurus(tx, current, 'practices')
    const { rows } = await sql<Edition>`
      select * from practices.editions_to_index(${version}::int, ${portion}::int)`.execute(tx)
    if (rows.length === 0) return 0
    const files = await filesOf(tx, rows)
    const packed = packing()
    const editions: object[] = []
    const news: News[] = []
    for (const [place, row] of rows.entries()) {
      const postings: Posting[] = []
      for (const some of postingsOf(analyser, row.content, read)) {
        for (const one of some) postings.push(one)
        // Whoever asks something meanwhile is answered: a text is a millisecond or a few.
        await setImmediate()
      }
      const own = files.get(row.practice_id)
      packed.add(place, own ? withFiles(postings, own) : postings)
      editions.push(toRow(row, place, postings))
      if (row.news) news.push(newsOf(row.content, postings))
    }
    const written = await sql<{ portion: number }>`
      select practices.write_editions(${version}::int, ${JSON.stringify(editions)}::jsonb) as portion`.execute(
      tx,
    )
    for (const { keys, lists } of packed.pieces()) {
      await sql`select practices.write_postings(${written.rows[0]?.portion}::int, ${keys}::text[], ${lists}::text[])`.execute(
        tx,
      )
    }
    await tellOfNews(tx, analyser, news)
    return rows.length
  })
}

async function filesOf(tx: Tx, rows: readonly Edition[]): Promise<Map<string, FileKeys[]>> {
  const found = await sql<FileKeys & { practice_id: string }>`
    select * from practices.file_keys(${rows.map(row => row.practice_id)}::uuid[])`.execute(tx)
  return Map.groupBy(found.rows, row => row.practice_id)
}

const toRow = (
  { practice_id, edition_id, content: { facts } }: Edition,
  place: number,
  postings: readonly Posting[],
) => ({
  practiceId: practice_id,
  editionId: edition_id,
  place,
  country: facts.country,
  domains: facts.domains,
  roles: facts.audience,
  settings: facts.settings,
  evidence: facts.evidenceLevel,
  languages: languageBits(postings),
})

/** Everything that is left, as far as one tick goes. */
export async function indexPractices(node: Node): Promise<number> {
  const read = rememberingWords()
  let count = 0
  for (let done = 0; done < portionsAtOnce; done++) {
    const written = await indexPortion(node, read)
    count += written
    if (written < portion) break
  }
  if (count > 0) node.log.info('practices-indexed', { count })
  return count
}

export const findingJobs = (node: Node): JobDefinition[] => [
  { name: 'practices.index', everySeconds: 3, work: async () => void (await indexPractices(node)) },
]
