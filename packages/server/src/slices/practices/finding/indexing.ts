/**
 * Keeps the index of practices true: editions that it does not have, or has under an older analyser, are written in portions. A restart
 * goes on from where it was. Acts for nobody; what it reads goes into the index and nowhere else.
 */
import { analysisVersion, rememberingWords } from '@kerege/contract/analysis/analyse'
import type { PracticeContent } from '@kerege/contract/practices/content'
import { setImmediate } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Node } from '../../../platform/context.ts'
import { inTransaction } from '../../../platform/database.ts'
import type { JobDefinition } from '../../../platform/jobs.ts'
import { packing, type Posting, postingsOf } from './keys.ts'
import { tellOfNews } from './saved.ts'

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
export async function indexPortion(
  node: Node,
  read = rememberingWords(),
  version = analysisVersion,
): Promise<number> {
  return inTransaction(node.pool, async tx => {
    const mine = await sql<{
      mine: boolean
    }>`select pg_try_advisory_xact_lock(${lock}::bigint) as mine`.execute(tx)
    if (!mine.rows[0]?.mine) return 0
    const { rows } = await sql<Edition>`
      select * from practices.editions_to_index(${version}::int, ${portion}::int)`.execute(tx)
    if (rows.length === 0) return 0
    const editions = rows.map(({ practice_id, edition_id, content: { facts } }, place) => ({
      practiceId: practice_id,
      editionId: edition_id,
      place,
      country: facts.country,
      domains: facts.domains,
      roles: facts.audience,
      settings: facts.settings,
      evidence: facts.evidenceLevel,
    }))
    const packed = packing()
    const news: { content: PracticeContent; postings: Posting[] }[] = []
    for (const [place, row] of rows.entries()) {
      const postings = postingsOf(row.content, read)
      packed.add(place, postings)
      if (row.news) news.push({ content: row.content, postings })
      // Whoever asks something meanwhile is answered: an edition is a few milliseconds.
      await setImmediate()
    }
    const { keys, lists } = packed.finish()
    await sql`select practices.write_index(${version}::int, ${JSON.stringify(editions)}::jsonb, ${keys}::text[],
      ${lists}::text[])`.execute(tx)
    await tellOfNews(tx, news)
    return rows.length
  })
}

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
