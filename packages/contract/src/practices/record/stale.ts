/** A translation that was checked is no longer up to its source once the source says something else. */
import { type Language, languages, type MultiText } from '../../common.ts'
import { type PracticeContent, textFields } from '../content.ts'

/** @returns what is saved: untouched translations of changed texts say that they are behind */
export function markStale(
  before: PracticeContent,
  after: PracticeContent,
  source: Language,
): PracticeContent {
  const texts = { ...after.texts }
  for (const field of textFields) {
    const [was, is] = [before.texts[field], after.texts[field]]
    if (!was || !is || was[source]?.text === is[source]?.text) continue
    texts[field] = behind(was, is, source)
  }
  return { ...after, texts }
}

function behind(was: MultiText, is: MultiText, source: Language): MultiText {
  return Object.fromEntries(
    languages.flatMap(language => {
      const [old, now] = [was[language], is[language]]
      if (!now) return []
      const left = language !== source && old?.text === now.text && old.state === now.state
      const state =
        left && (now.state === 'checked' || now.state === 'machine') ? ('stale' as const) : now.state
      return [[language, { ...now, state }]]
    }),
  ) as MultiText
}
