/** Titles changed beside the other facts: each is the next version of its text, with the paragraphs as they were. */
import { type Language, languages } from '@kerege/contract/common'
import { invalid } from '@kerege/contract/errors'
import type { Context } from '../../../platform/context.ts'
import type { FoundDocument } from './store.ts'
import { findText, getText, isBehind, markStale, writeText } from './textStore.ts'

/**
 * The original first: a translation that followed it until now, and gets a title in the same step, follows its next
 * version too. The caller holds the lock.
 * @returns languages that have a new version
 */
export async function retitle(
  ctx: Context,
  row: FoundDocument,
  titles: Partial<Record<Language, string>>,
): Promise<Language[]> {
  const source = row.source_language as Language
  const ordered = [source, ...languages.filter(one => one !== source)].filter(
    one => titles[one] !== undefined,
  )
  const missing = ordered.filter(one => !row.texts.some(text => text.language === one))
  if (missing.length > 0)
    throw invalid(missing.map(one => ({ pointer: `/titles/${one}`, code: 'not-found' })))
  const behind = new Set(row.texts.filter(text => text.stale).map(text => text.language))
  const written: Language[] = []
  for (const language of ordered) {
    const now = await getText(ctx.tx, row.id, language)
    const text = { ...now.text, title: titles[language] ?? now.text.title }
    if (text.title === now.text.title) continue
    const follows = written.includes(source) && !behind.has(language)
    const number = now.version + 1
    if (language === source) {
      await writeText(ctx, row.id, language, { number, text, stale: false })
      await markStale(ctx, row.id, source)
    } else {
      const original = await findText(ctx.tx, row.id, source)
      const madeFrom = follows && original ? original.version : now.madeFrom
      const stale = original ? await isBehind(ctx.tx, original, { madeFrom, text }) : false
      await writeText(ctx, row.id, language, { number, text, madeFrom, stale })
    }
    written.push(language)
  }
  return written
}
