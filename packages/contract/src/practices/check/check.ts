/**
 * What an author should look at before a practice is submitted: data of a person, few people in a small place, words that
 * label, names of operations and camps. Pure, quick, in every language of the record; it explains and never forbids.
 */
import { type Language, languages, type MultiText } from '../../common.ts'
import { personalPlaces, saysBirth } from '../../personalData.ts'
import { type PracticeContent, type TextField, textFields } from '../content.ts'
import type { Audience } from '../rules.ts'
import type { Finding, Found } from './finding.ts'
import { personsIn } from './persons.ts'
import { publicNamesIn } from './publicNames.ts'
import { readText } from './reading.ts'
import { smallPlacesIn } from './smallPlaces.ts'
import { wordingsIn } from './wording.ts'

/** In the order of reading: by field, by language, by place. Without an audience it is taken for public. */
export function checkContent(content: PracticeContent, audience: Audience = 'public'): Finding[] {
  const inTexts = textFields.flatMap(field =>
    each(content.texts[field]).flatMap(([language, text]) =>
      checkText(text, language, audience, field).map(found => ({ field, language, ...found })),
    ),
  )
  // A number and its label are read as one, since together they may point at somebody.
  const inFigures = content.facts.figures.flatMap(({ label, value }, index) =>
    each(label).flatMap(([language, text]) =>
      checkText(`${text}: ${value}`, language, audience)
        .filter(found => found.from < text.length)
        .map(found => ({
          ...{ field: 'figures' as const, index, language },
          ...found,
          to: Math.min(found.to, text.length),
        })),
    ),
  )
  return [...inTexts, ...inFigures]
}

const each = (map: MultiText | undefined): [Language, string][] =>
  languages.flatMap(language => {
    const text = map?.[language]?.text
    return text === undefined ? [] : [[language, text] as [Language, string]]
  })

/** One text, its places in order. In `contact` an address is what is asked for, so it is only pointed at. */
export function checkText(
  text: string,
  language: Language,
  audience: Audience = 'public',
  field?: TextField,
): Found[] {
  const reading = readText(text, language)
  const found = [
    ...shapes(text),
    ...personsIn(reading),
    ...smallPlacesIn(reading),
    ...wordingsIn(reading),
    ...(audience === 'public' ? publicNamesIn(reading) : []),
  ]
  const said = field === 'contact' ? found.map(inContact) : found
  return said.toSorted((one, other) => one.from - other.from || one.to - other.to)
}

const shapes = (text: string): Found[] =>
  personalPlaces(text).map(place => ({
    kind: 'personal',
    // A practice may tell days of its own: of a meeting, of an order.
    severity: place.kind === 'birth' && !saysBirth(text, place) ? 'look' : 'strong',
    code: `personal-${place.kind}`,
    from: place.at,
    to: place.at + place.length,
  }))

function inContact(found: Found): Found {
  if (found.code === 'personal-phone' || found.code === 'personal-mail') {
    return { ...found, code: 'contact-address', severity: 'look' }
  }
  return found.code === 'person-name' || found.code === 'person-patronymic'
    ? { ...found, severity: 'look' }
    : found
}
