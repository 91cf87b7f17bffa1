/** Patient: the sections about who somebody is. Which section a part belongs to stays with it, so that it comes back there. */
import type { Who } from './record.ts'
import { Who as WhoShape } from './record.ts'
import type { ContactSection, IdentitySection, JourneySection } from '../people/schema.ts'
import { birthFields, birthOf, sexFields, sexOf } from './days.ts'
import { nameOf, type NamesSection, readName } from './names.ts'
import { all, piece, type Spot } from './spot.ts'
import { extension, extensionUrl, hl7, maybe, some, system } from './systems.ts'
import type { Element, Resource } from './types.ts'

/** @param shut sections that are not in the file */
export function patientOf(who: Who, shut: readonly string[]): Resource {
  const { contact, identity, journey } = who
  const reach = contact.contacts.filter(one => one.system !== 'address')
  return {
    resourceType: 'Patient',
    ...some('extension', [
      ...shut.map(section => extension('not-included', 'valueCode', section)),
      ...(['identity', 'journey'] as const)
        .filter(section => who[section])
        .map(section => extension('included', 'valueCode', section)),
      ...(who.area ? [extension('area', 'valueCode', who.area)] : []),
      ...(journey?.birthPlace ? [birthPlaceOf(journey.birthPlace)] : []),
      ...(identity?.citizenships ?? []).map(citizenshipOf),
    ]),
    ...some('identifier', (identity?.identifiers ?? []).map(identifierOf)),
    ...some('name', [
      ...contact.names.map(name => nameOf(name, 'contact')),
      ...(identity?.names ?? []).map(name => nameOf(name, 'identity')),
      ...(journey?.names ?? []).map(name => nameOf(name, 'journey')),
    ]),
    ...some('telecom', reach.map(telecomOf)),
    ...sexFields(contact.sex),
    ...birthFields(contact.birth),
    ...some('address', contact.contacts.filter(one => one.system === 'address').map(addressOf)),
    ...some('communication', contact.languages.map(languageOf)),
  }
}

type Contact = ContactSection['contacts'][number]
const manners = (one: Contact) => [
  extension('discretion', 'valueCode', one.discretion),
  ...(one.belongsTo ? [extension('belongs-to', 'valueString', one.belongsTo)] : []),
]
const telecomOf = (one: Contact): Element => ({
  extension: manners(one),
  system: one.system,
  value: one.value,
})
const addressOf = (one: Contact): Element => ({ extension: manners(one), text: one.value })

const languageOf = (one: ContactSection['languages'][number]): Element => ({
  extension: [extension('level', 'valueCode', one.level)],
  language: { coding: [{ system: hl7.languages, code: one.tag }] },
  preferred: one.preferred,
})

const country = (code: string) => ({ coding: [{ system: hl7.countries, code }] })
const citizenshipOf = (one: IdentitySection['citizenships'][number]): Element => ({
  url: hl7.citizenship,
  extension: [
    { url: 'code', valueCodeableConcept: country(one.country) },
    extension('standing', 'valueCode', one.standing),
  ],
})
const identifierOf = (one: IdentitySection['identifiers'][number]): Element => ({
  system: system(`identifier:${one.system}`),
  value: one.value,
  ...(one.validFrom || one.validTo
    ? { period: { ...maybe('start', one.validFrom), ...maybe('end', one.validTo) } }
    : {}),
  ...(one.issuer ? { assigner: { display: one.issuer } } : {}),
})
const birthPlaceOf = (place: NonNullable<JourneySection['birthPlace']>): Element =>
  extension(hl7.birthPlace, 'valueAddress', {
    extension: [extension('certainty', 'valueCode', place.certainty)],
    ...maybe('text', place.place),
    country: place.country,
  })

export function readPatient(spot: Spot): Who | undefined {
  const names = all(spot.each('name').map(readName))
  const of = (section: NamesSection) => names.filter(one => one.section === section).map(one => one.name)
  const identity = {
    names: of('identity'),
    citizenships: spot
      .each('extension')
      .filter(one => one.get('url').value === hl7.citizenship)
      .map(readCitizenship),
    identifiers: spot.each('identifier').map(readIdentifier),
  }
  const place = spot.extension(hl7.birthPlace)
  const journey = {
    names: of('journey'),
    ...(place.value === undefined ? {} : { birthPlace: readPlace(place.get('valueAddress')) }),
  }
  const named = (section: string) =>
    spot
      .each('extension')
      .some(
        one => one.get('url').value === extensionUrl('included') && one.get('valueCode').value === section,
      )
  const holds = (section: object) => Object.values(section).some(list => list.length !== 0)
  const fields = {
    contact: {
      names: of('contact'),
      sex: sexOf(spot),
      birth: birthOf(spot),
      languages: spot.each('communication').map(readLanguage),
      contacts: [
        ...spot.each('telecom').map(one => readReach(one, one.get('system').value, one.get('value').value)),
        ...spot.each('address').map(one => readReach(one, 'address', addressText(one))),
      ],
    },
    ...(named('identity') || holds(identity) ? { identity } : {}),
    ...(named('journey') || holds(journey) ? { journey } : {}),
    area: spot.extension('area').get('valueCode'),
  }
  return piece(spot, WhoShape, fields, {
    '/contact/names': spot.get('name'),
    '/contact/sex': spot.get('gender'),
    '/contact/birth': spot.get('birthDate'),
    '/contact/languages': spot.get('communication'),
    '/contact/contacts': spot.get('telecom'),
    '/identity/identifiers': spot.get('identifier'),
  })
}

const strip = (fields: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))

function readReach(spot: Spot, kind: unknown, value: unknown) {
  return strip({
    system: kind === 'phone' || kind === 'email' || kind === 'address' ? kind : 'other',
    value,
    belongsTo: spot.extension('belongs-to').get('valueString').value,
    // Who sends a number from elsewhere has not said how it may be used.
    discretion: spot.extension('discretion').get('valueCode').value ?? 'ask-first',
  })
}
function addressText(spot: Spot): unknown {
  const { value } = spot.get('text')
  if (value !== undefined) return value
  const parts = [...spot.each('line'), spot.get('city'), spot.get('district'), spot.get('country')]
  return parts.flatMap(part => part.text() ?? []).join(', ')
}
const readLanguage = (spot: Spot) => ({
  tag: spot.get('language').first('coding').get('code').value,
  level: spot.extension('level').get('valueCode').value ?? 'unknown',
  preferred: spot.get('preferred').value ?? false,
})
function readCitizenship(spot: Spot) {
  const code = spot.each('extension').find(one => one.get('url').value === 'code')
  return {
    country: code?.get('valueCodeableConcept').first('coding').get('code').value,
    standing: spot.extension('standing').get('valueCode').value ?? 'claimed',
  }
}
function readIdentifier(spot: Spot) {
  const named = spot.get('system').text() ?? ''
  const prefix = system('identifier:')
  return strip({
    // A number under a name that we do not know is kept as a number of others.
    system: named.startsWith(prefix) ? named.slice(prefix.length) : 'other',
    value: spot.get('value').value,
    issuer: spot.get('assigner').get('display').value,
    validFrom: spot.get('period').get('start').value,
    validTo: spot.get('period').get('end').value,
  })
}
const readPlace = (spot: Spot) =>
  strip({
    country: spot.get('country').value,
    place: spot.get('text').value,
    certainty: spot.extension('certainty').get('valueCode').value ?? 'stated',
  })
