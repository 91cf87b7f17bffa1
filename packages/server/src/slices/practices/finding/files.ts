/**
 * Reads files beside practices, one after the other, and keeps their words by page under the keys that texts have. Acts for nobody; what it reads
 * is shown to whoever may open the file, and to nobody else.
 */
import { languageOfText, rememberingWords } from '@kerege/contract/analysis/analyse'
import { textKeys } from '@kerege/contract/analysis/keys'
import type { Language } from '@kerege/contract/common'
import { setImmediate } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Node } from '../../../platform/context.ts'
import { inTransaction } from '../../../platform/database.ts'
import { StoreTrouble } from '../../../platform/fileStore.ts'
import type { JobDefinition } from '../../../platform/jobs.ts'
import { currentThesaurus } from '../thesaurus/current.ts'
import { followThesaurus } from '../thesaurus/following.ts'
import { type Reading, readTypes, type ReadType, readWords, sealedBytes } from '../../documents/index.ts'

interface File {
  id: string
  media_type: string
  language: string | null
  file_id: string
  size: number
  digest: Buffer
  wrapped: Buffer
}

/** A file at a time: a tick ends soon enough for a node that is asked to stop. @returns whether there was one */
export async function readFile(node: Node, read: typeof readWords = readWords): Promise<boolean> {
  const file = await claim(node)
  if (file) {
    // A file that is damaged where it lies is as unreadable as one that came damaged.
    const reading = await sealedBytes(node, file.id, file)
      .then(bytes => read(bytes, file.media_type as ReadType)) // claimed by its type
      .catch(async (error: unknown): Promise<Reading> => {
        if (error instanceof StoreTrouble) await leave(node, file, error)
        return { fault: 'broken' }
      })
    await write(node, file, reading)
  }
  return (await keyFile(node)) || file !== undefined
}

/** Its place does not answer: it is read another time. @throws StoreTrouble */
async function leave(node: Node, file: File, trouble: StoreTrouble): Promise<never> {
  await node.pool.query('select practices.leave_file($1)', [file.id])
  throw trouble
}

const claim = (node: Node): Promise<File | undefined> =>
  inTransaction(node.pool, async tx => {
    const { rows } = await sql<File>`
      select * from practices.claim_file(${[...readTypes]}::text[], ${node.now()}::timestamptz)`.execute(tx)
    return rows[0]
  })

const write = (node: Node, file: File, reading: Reading) =>
  inTransaction(node.pool, async tx => {
    const pages = 'pages' in reading ? reading.pages : []
    const said = pages.map(({ text }) => text).join('\n')
    const language = 'pages' in reading ? (file.language ?? languageOfText(said, undefined)) : null
    await sql`select practices.write_file_text(${file.id}::uuid, ${'pages' in reading ? 'read' : 'unreadable'},
      ${'fault' in reading ? reading.fault : null}::text, ${language}::text, ${('pages' in reading && reading.of) || null}::int,
      ${'pages' in reading ? reading.whole : true}, 0, ${pages.map(({ number }) => number ?? null)}::int[],
      ${pages.map(({ text }) => text)}::text[], ${node.now()}::timestamptz)`.execute(tx)
  })

interface Page {
  attachment_id: string
  ordinal: number
  language: Language
  text: string
}

/** Keys of the pages of one file that has none, or those of an older analyser. */
const keyFile = (node: Node): Promise<boolean> =>
  inTransaction(node.pool, async tx => {
    const current = await currentThesaurus(tx)
    const { analyser, analysis } = current
    await followThesaurus(tx, current, 'files')
    const { rows } = await sql<Page>`select * from practices.pages_to_key(${analysis}::int, 2000)`.execute(tx)
    const [first] = rows
    if (!first) return false
    const read = rememberingWords(20_000)
    const keys: string[][] = []
    for (const { text, language } of rows) {
      keys.push(textKeys(analyser, text, language, read))
      await setImmediate()
    }
    await sql`select practices.write_page_keys(${first.attachment_id}::uuid, ${analysis}::int,
      ${rows.map(({ ordinal }) => ordinal)}::int[], ${JSON.stringify(keys)}::jsonb)`.execute(tx)
    return true
  })

export const fileJobs = (node: Node): JobDefinition[] => [
  { name: 'practices.files', everySeconds: 3, work: async () => void (await readFile(node)) },
]
