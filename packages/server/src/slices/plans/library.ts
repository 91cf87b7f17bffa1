/** What plans tell the library: a word on a practice and on nobody, and numbers that are never small. */
import type { Language } from '@kerege/contract/common'
import { usedIn, type Used } from '@kerege/contract/plans/counts'
import type { Went } from '@kerege/contract/plans/states'
import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/database.ts'

interface LibraryWord {
  practiceId: string
  went: Went
  words: string
  language: Language
  accountId: string
  at: string
}

/** For the exchange, which works for nobody; nothing of the plan that it came from. */
export async function libraryWord(tx: Tx, useId: string): Promise<LibraryWord | undefined> {
  const found = await sql<{
    source_id: string
    went: string
    words: string
    language: string
    account_id: string
    at: string
  }>`select source_id, went, words, language, account_id, at from plans.library_word(${useId}::uuid)`.execute(
    tx,
  )
  const [row] = found.rows
  return (
    row && {
      practiceId: row.source_id,
      went: row.went as Went, // constraints of the table
      words: row.words,
      language: row.language as Language,
      accountId: row.account_id,
      at: row.at,
    }
  )
}

export async function usedOf(ctx: Context, sourceId: string): Promise<Used> {
  const found = await sql<{ taken: number }>`select taken from plans.used(${sourceId}::uuid)`.execute(ctx.tx)
  return usedIn(found.rows[0]?.taken ?? 0)
}
