/** What an author should look at before a record is handed in, and what of it they have said is meant. */
import { languages } from '../../common.ts'
import { personalDataIn } from '../../personalData.ts'
import { type PracticeContent, textFields } from '../content.ts'
import type { Audience } from '../rules.ts'
import type { KeptThing, Thing } from './schema.ts'

export function thingsToLookAt(content: PracticeContent, _audience: Audience): Thing[] {
  return textFields.flatMap(field =>
    languages.flatMap(language => {
      const text = content.texts[field]?.[language]?.text ?? ''
      const lines = text.split('\n')
      return personalDataIn(text).map(({ kind, line, column }): Thing => {
        const before = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0)
        const from = before + column - 1
        const words =
          text
            .slice(from)
            .match(/^[^\n,;]{1,40}/)?.[0]
            .trim() ?? ''
        return {
          field,
          language,
          from,
          to: from + words.length,
          code: `personal-${kind}`,
          severity: 'strong',
          words,
        }
      })
    }),
  )
}

type Named = Pick<Thing, 'field' | 'language' | 'code' | 'words'>

/** The same words in the same field and language, wherever they have moved. */
export const sameThing = (one: Named, other: Named): boolean =>
  one.field === other.field &&
  one.language === other.language &&
  one.code === other.code &&
  one.words.toLowerCase() === other.words.toLowerCase()

/** What has neither been changed nor said to be meant. */
export const unsettled = (things: readonly Thing[], kept: readonly KeptThing[]): Thing[] =>
  things.filter(thing => !kept.some(one => sameThing(one, thing)))
