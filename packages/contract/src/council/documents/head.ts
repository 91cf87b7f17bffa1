/** What stands above the text of a Council document, in whatever form it leaves: paper, page or exchange file. */
import { z } from 'zod'
import { Language, line, PlainDate } from '../../common.ts'

/** Kinds of paper as UN and OSCE practice name them (GLOSSARY.md). */
export const documentKinds = [
  'agenda',
  'decision',
  'recommendation',
  'statement',
  'record',
  'report',
  'working-paper',
  'note',
] as const
export const DocumentKind = z.enum(documentKinds)
export type DocumentKind = z.infer<typeof DocumentKind>

export const distributions = ['general', 'restricted'] as const
export const Distribution = z.enum(distributions)
export type Distribution = z.infer<typeof Distribution>

export const DocumentHead = z.strictObject({
  /** The same in all languages, given once. Absent while a draft has none. */
  symbol: line(60).optional(),
  kind: DocumentKind,
  /** The body that issues it, in the language of the text. */
  body: line(200),
  /** Of adoption or issue; of the last change for a draft. */
  date: PlainDate,
  language: Language,
  /** In which it was drafted; others are translations of that. */
  sourceLanguage: Language,
  /** The version of this text, counted from 1. */
  version: z.number().int().min(1),
  distribution: Distribution,
})
export type DocumentHead = z.infer<typeof DocumentHead>
