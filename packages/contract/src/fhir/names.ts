/** Names with their script, language and source. A patronymic is a given name with a mark, as others expect to find it. */
import { scriptOf } from '../names/script.ts'
import { nameText } from '../people/rules.ts'
import { PersonName } from '../people/schema.ts'
import { piece, type Spot } from './spot.ts'
import { extension, hl7, maybe, some } from './systems.ts'
import type { Element } from './types.ts'

const uses = { usual: 'usual', official: 'official', former: 'old' } as const

export const namesSections = ['contact', 'identity', 'journey'] as const
export type NamesSection = (typeof namesSections)[number]

export function nameOf(name: PersonName, section: NamesSection): Element {
  const given = [name.given, name.patronymic].filter(part => part !== undefined)
  return {
    extension: [
      extension('section', 'valueCode', section),
      extension('script', 'valueCode', name.script),
      extension('source', 'valueCode', name.source),
      ...(name.language ? [extension(hl7.language, 'valueCode', name.language)] : []),
    ],
    ...(name.use === 'other' ? {} : { use: uses[name.use] }),
    text: nameText(name),
    ...maybe('family', name.family),
    ...some('given', given),
    ...(name.patronymic === undefined
      ? {}
      : {
          _given: [
            ...(name.given === undefined ? [] : [null]),
            { extension: [extension('patronymic', 'valueBoolean', true)] },
          ],
        }),
  }
}

const useOf = (code: unknown): string =>
  Object.entries(uses).find(([, theirs]) => theirs === code)?.[0] ?? 'other'

/** A name of others says neither script nor source: the script is seen, the source is whoever sent the file. */
export function readName(spot: Spot): { section: NamesSection; name: PersonName } | undefined {
  const told = spot.extension('section').get('valueCode').value
  const given = spot.each('given')
  const marks = spot.each('_given')
  const isPatronymic = (at: number) =>
    marks[at]?.value !== null && marks[at]?.extension('patronymic').get('valueBoolean').value === true
  const first = given.filter((_, at) => !isPatronymic(at)).map(one => one.text())
  const second = given.find((_, at) => isPatronymic(at))
  const family = spot.get('family')
  // Some send nothing but the whole name.
  const whole = family.value === undefined && given.length === 0 ? spot.get('text') : undefined
  const words = [family.value, ...first, whole?.value].filter(one => typeof one === 'string').join(' ')
  const name = piece(spot, PersonName, {
    family: whole ?? family,
    given: first.length > 0 ? first.join(' ') : undefined,
    patronymic: second,
    script: spot.extension('script').get('valueCode').value ?? scriptOf(words.toLowerCase()),
    language: spot.extension(hl7.language).get('valueCode'),
    use: useOf(spot.get('use').value),
    source: spot.extension('source').get('valueCode').value ?? 'other',
  })
  return name && { section: namesSections.find(one => one === told) ?? 'contact', name }
}
