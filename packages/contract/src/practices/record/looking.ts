/** What an author should look at before a record is handed in, and what of it they have said is meant. */
import { languages, type MultiText } from '../../common.ts'
import { placeKey } from '../adoption/rules.ts'
import { checkContent, checkText } from '../check/check.ts'
import type { Found } from '../check/finding.ts'
import type { PracticeContent } from '../content.ts'
import type { Audience } from '../rules.ts'
import type { KeptThing, Thing } from './schema.ts'

/** What is read: the content, and who did it, as the record names them. */
export interface Looked {
  content: PracticeContent
  organisation?: MultiText | undefined
}

/** @param known names of organisations that the hub knows; absent where they are not at hand, and then nobody is unknown */
export const thingsToLookAt = (looked: Looked, audience: Audience, known?: readonly MultiText[]): Thing[] =>
  [...checkContent(looked.content, audience), ...inOrganisation(looked.organisation, audience, known)].map(
    finding => {
      const { field, index, language, from, to, code, severity, suggestion } = finding
      return {
        ...{ field, language, from, to, code, severity },
        ...(index === undefined ? {} : { index }),
        words: textOf(looked, finding).slice(from, to).slice(0, 300),
        ...(suggestion === undefined ? {} : { suggestion }),
      }
    },
  )

type At = Pick<Thing, 'field' | 'language'> & { index?: number | undefined }
type FoundAt = At & Pick<Found, 'from' | 'to' | 'code' | 'severity' | 'suggestion'>

/** A school or a club need not be known, so an unknown name is only pointed at: it may be a slip, or a person. */
function inOrganisation(
  organisation: MultiText | undefined,
  audience: Audience,
  known: readonly MultiText[] | undefined,
): FoundAt[] {
  const keys = known?.flatMap(name => Object.values(name).map(one => placeKey(one?.text ?? '')))
  const strange = keys && !said(organisation).some(([, text]) => isKnown(placeKey(text), keys))
  return said(organisation).flatMap(([language, text], at) => [
    ...checkText(text, language, audience).map(found => ({
      field: 'organisation' as const,
      language,
      ...found,
    })),
    // One name in several languages is one question.
    ...(strange && at === 0
      ? [
          {
            ...{ field: 'organisation' as const, language, from: 0, to: text.length },
            ...{ code: 'organisation-unknown' as const, severity: 'look' as const },
          },
        ]
      : []),
  ])
}

/** Whole words of it: "School 5 and the Ministry of Education" names the ministry. */
const isKnown = (key: string, keys: readonly string[]) =>
  keys.some(one => one !== '' && ` ${key} `.includes(` ${one} `))

const said = (map: MultiText | undefined) =>
  languages.flatMap(language => {
    const text = map?.[language]?.text
    return text === undefined ? [] : [[language, text] as const]
  })

/** The text that a finding is about. */
export function textOf({ content, organisation }: Looked, { field, index, language }: At): string {
  const map =
    field === 'figures'
      ? content.facts.figures[index ?? 0]?.label
      : field === 'organisation'
        ? organisation
        : content.texts[field]
  return map?.[language]?.text ?? ''
}

interface Named {
  field: string
  language: string
  code: string
  words: string
}

/** The same words in the same field and language, wherever they have moved. */
export const sameThing = (one: Named, other: Named): boolean =>
  one.field === other.field &&
  one.language === other.language &&
  one.code === other.code &&
  one.words.toLowerCase() === other.words.toLowerCase()

/** What has neither been changed nor said to be meant. */
export const unsettled = (things: readonly Thing[], kept: readonly KeptThing[]): Thing[] =>
  things.filter(thing => !kept.some(one => sameThing(one, thing)))
