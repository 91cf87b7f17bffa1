/** Short texts in the seven languages, in one fixed order, so that a table of them reads like a table. */
import { type Language, languages, type MultiText } from '@kerege/contract/common'

export type Texts = Readonly<Record<Language, string>>

export const texts = (
  en: string,
  ru: string,
  kk: string,
  ky: string,
  tg: string,
  tk: string,
  uz: string,
): Texts => ({ en, ru, kk, ky, tg, tk, uz })

/** None of these has met a native reader yet, and their state says so. */
export const drafted = (of: Texts): MultiText =>
  Object.fromEntries(languages.map(language => [language, { text: of[language], state: 'draft' }]))

/** The same for a text that is composed. */
export const draftedBy = (text: (language: Language) => string): MultiText =>
  Object.fromEntries(languages.map(language => [language, { text: text(language), state: 'draft' }]))
