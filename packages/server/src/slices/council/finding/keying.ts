/**
 * Writes the keys of what the Council's searches look through: public texts and answers that may be used again. A moment after the text, not in
 * its transaction; until then it is found by its letters. Acts for nobody.
 */
import { languageOfText, rememberingWords, type WordReader } from '@kerege/contract/analysis/analyse'
import { textKeys } from '@kerege/contract/analysis/keys'
import { Language, languages, type MultiText } from '@kerege/contract/common'
import { setImmediate } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Node } from '../../../platform/context.ts'
import { inTransaction } from '../../../platform/database.ts'
import type { JobDefinition } from '../../../platform/jobs.ts'
import {
  type CurrentThesaurus as Current,
  currentThesaurus,
  firstAnalysis,
  touchedSince,
} from '../../practices/index.ts'
import { questionOfLabels, vectorOf } from '../../../platform/vectors.ts'

const portion = 100
/** A tick ends soon enough for a node that is asked to stop. */
const portionsAtOnce = 20

/** @returns how many texts and answers got their keys */
export async function writeKeys(node: Node): Promise<number> {
  const read = rememberingWords(30_000)
  const thesaurus = await inTransaction(node.pool, currentThesaurus)
  await followThesaurus(node, thesaurus)
  let count = 0
  for (const keyed of [keyTexts, keyAnswers]) {
    for (let done = 0; done < portionsAtOnce; done++) {
      const written = await keyed(node, thesaurus, read)
      count += written
      if (written < portion) break
    }
  }
  return count
}

const followedAtOnce = 2000

/** What has none of the words of the thesaurus that were changed stays as it is. */
async function followThesaurus(node: Node, current: Current): Promise<void> {
  for (;;) {
    const looked = await inTransaction(node.pool, async tx => {
      const oldest = await sql<{ from: number | null }>`
        select council.oldest_analysis(${firstAnalysis}::int, ${current.analysis}::int) as "from"`.execute(tx)
      const from = oldest.rows[0]?.from ?? null
      if (from === null) return 0
      const labels = await touchedSince(tx, current, from)
      const done = await sql<{ n: number }>`
        select council.follow_thesaurus(${from}::int, ${current.analysis}::int, ${labels && questionOfLabels(labels)}::text,
          ${followedAtOnce}::int) as n`.execute(tx)
      return done.rows[0]?.n ?? 0
    })
    if (looked === 0) return
  }
}

interface PublicText {
  subject_id: string
  /** Empty for what sources call a session. */
  language: string
  heading: string | null
  said: string | null
}

const keyTexts = (node: Node, { analyser, analysis }: Current, read: WordReader): Promise<number> =>
  inTransaction(node.pool, async tx => {
    const { rows } = await sql<PublicText>`
      select * from council.texts_to_key(${analysis}::int, ${portion}::int)`.execute(tx)
    const keyed: { heading: string; all: string }[] = []
    for (const { language, heading, said } of rows) {
      const text = `${heading ?? ''}\n${said ?? ''}`
      const own = Language.safeParse(language).data ?? languageOfText(text, undefined)
      keyed.push({
        heading: vectorOf(textKeys(analyser, heading ?? '', own, read)),
        all: vectorOf(textKeys(analyser, text, own, read)),
      })
      // Whoever asks something meanwhile is answered.
      await setImmediate()
    }
    await sql`select council.write_text_keys(${analysis}::int, ${rows.map(row => row.subject_id)}::uuid[],
      ${rows.map(row => row.language)}::text[], ${keyed.map(one => one.heading)}::text[], ${keyed.map(one => one.all)}::text[])`.execute(
      tx,
    )
    return rows.length
  })

interface Answer {
  turn_id: string
  language: Language
  words: string
  title: MultiText
  question: MultiText
}

const keyAnswers = (node: Node, { analyser, analysis }: Current, read: WordReader): Promise<number> =>
  inTransaction(node.pool, async tx => {
    const { rows } = await sql<Answer>`
      select * from council.answers_to_key(${analysis}::int, ${portion}::int)`.execute(tx)
    const keys: string[] = []
    for (const { language, words, title, question } of rows) {
      const asked = [title, question].flatMap(text =>
        languages.flatMap(one => (text[one] ? textKeys(analyser, text[one].text, one, read) : [])),
      )
      // People write in another language than that of their screen.
      const own = [...new Set([language, languageOfText(words, undefined)])].flatMap(one =>
        textKeys(analyser, words, one, read),
      )
      keys.push(vectorOf([...new Set([...own, ...asked])]))
      await setImmediate()
    }
    await sql`select council.write_answer_keys(${analysis}::int, ${rows.map(row => row.turn_id)}::uuid[], ${keys}::text[])`.execute(
      tx,
    )
    return rows.length
  })

export const keyJobs = (node: Node): JobDefinition[] => [
  { name: 'council.keys', everySeconds: 3, work: async () => void (await writeKeys(node)) },
]
