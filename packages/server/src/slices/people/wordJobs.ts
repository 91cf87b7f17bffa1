/**
 * Keeps the search of a register true: words are written anew when the program's keys have changed, in portions that a
 * restart goes on from, and counted every night. Until a rebuild is through, old records are found by their old words.
 * Acts for nobody; what it reads goes back into the same tables and nowhere else.
 */
import { keyVersion } from '@kerege/contract/names/index'
import { sql } from 'kysely'
import type { Node } from '../../platform/context.ts'
import { inTransaction } from '../../platform/database.ts'
import type { JobDefinition } from '../../platform/jobs.ts'
import { nameWords } from './words.ts'

const portion = 500
/** A tick ends soon enough for a node that is asked to stop. */
const portionsAtOnce = 10

/** Writes the words of the next persons. @returns how many; 0 when the register is up to date or others are at it */
export async function rewritePortion(node: Node, version = keyVersion): Promise<number> {
  return inTransaction(node.pool, async tx => {
    const found = await sql<{
      person_id: string
      compartment: string | null
      family: string | null
      given: string | null
      patronymic: string | null
    }>`select * from people.words_to_write(${version}::int, ${portion}::int)`.execute(tx)
    const persons = [...new Set(found.rows.map(row => row.person_id))]
    if (persons.length === 0) return 0
    const byPlace = Map.groupBy(
      found.rows.filter(row => row.compartment !== null),
      row => `${row.person_id} ${row.compartment}`,
    )
    const uses = [...byPlace].flatMap(([place, names]) => {
      const [person, compartment] = place.split(' ')
      return nameWords(names).map(({ token, kind }) => ({ token, person, compartment, kind }))
    })
    await sql`select people.write_words(${persons}::uuid[], ${JSON.stringify(uses)}::jsonb)`.execute(tx)
    return persons.length
  })
}

/** One tick: some portions, and a count once the last of them is written. */
async function rewrite(node: Node): Promise<void> {
  let count = 0
  for (let done = 0; done < portionsAtOnce; done++) {
    const written = await rewritePortion(node)
    count += written
    if (written < portion) {
      if (count > 0) await countWords(node)
      break
    }
  }
  if (count > 0) node.log.info('words-written', { count })
}

async function countWords(node: Node): Promise<void> {
  await node.pool.query('select people.forget_words()')
  await node.pool.query('select people.count_words()')
}

export const peopleJobs = (node: Node): JobDefinition[] => [
  { name: 'people.rewrite-words', everySeconds: 30, work: () => rewrite(node) },
  { name: 'people.count-words', cron: '40 1 * * *', work: () => countWords(node) },
]
