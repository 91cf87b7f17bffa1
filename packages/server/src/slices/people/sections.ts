/**
 * A person's sections as rows and back: which table holds what, and who a row of search words belongs to.
 * SQL only; whether somebody may is the policies' answer below and the action's above.
 */
import { birthRange, nameText, shownName } from '@kerege/contract/people/rules'
import type {
  ContactSection,
  EditableSection,
  HealthSection,
  IdentitySection,
  JourneySection,
  PersonName,
} from '@kerege/contract/people/schema'
import { foldName } from '@kerege/contract/names/index'
import { sql } from 'kysely'
import { isDeepStrictEqual } from 'node:util'
import type { Tx } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'

type NameCompartment = 'contact' | 'identity' | 'journey'

export async function readNames(tx: Tx, personId: string): Promise<Record<NameCompartment, PersonName[]>> {
  const rows = await tx
    .selectFrom('people.names')
    .selectAll()
    .where('person_id', '=', personId)
    .orderBy('compartment')
    .orderBy('ordinal')
    .execute()
  const names: Record<NameCompartment, PersonName[]> = { contact: [], identity: [], journey: [] }
  for (const row of rows) {
    names[row.compartment as NameCompartment].push({
      ...(row.family === null ? {} : { family: row.family }),
      ...(row.given === null ? {} : { given: row.given }),
      ...(row.patronymic === null ? {} : { patronymic: row.patronymic }),
      script: row.script as PersonName['script'],
      ...(row.language === null ? {} : { language: row.language }),
      use: row.use as PersonName['use'],
      source: row.source as PersonName['source'],
    })
  }
  return names
}

export async function readIdentity(tx: Tx, personId: string, names: PersonName[]): Promise<IdentitySection> {
  const identity = await tx
    .selectFrom('people.identities')
    .select('citizenships')
    .where('person_id', '=', personId)
    .executeTakeFirst()
  const identifiers = await tx
    .selectFrom('people.identifiers')
    .select(['system', 'value', 'issuer', 'valid_from', 'valid_to'])
    .where('person_id', '=', personId)
    .orderBy('ordinal')
    .execute()
  return {
    names,
    citizenships: (identity?.citizenships ?? []) as IdentitySection['citizenships'],
    identifiers: identifiers.map(row => ({
      system: row.system,
      value: row.value,
      ...(row.issuer === null ? {} : { issuer: row.issuer }),
      ...(row.valid_from === null ? {} : { validFrom: row.valid_from }),
      ...(row.valid_to === null ? {} : { validTo: row.valid_to }),
    })),
  }
}

export async function readJourney(tx: Tx, personId: string, names: PersonName[]): Promise<JourneySection> {
  const row = await tx
    .selectFrom('people.journeys')
    .select('birth_place')
    .where('person_id', '=', personId)
    .executeTakeFirst()
  const birthPlace = row?.birth_place as JourneySection['birthPlace'] | null | undefined
  return { names, ...(birthPlace ? { birthPlace } : {}) }
}

export async function readHealth(tx: Tx, personId: string): Promise<HealthSection> {
  const row = await tx
    .selectFrom('people.healths')
    .select('disability')
    .where('person_id', '=', personId)
    .executeTakeFirst()
  const disability = row?.disability as HealthSection['disability'] | null | undefined
  return disability ? { disability } : {}
}

/** Columns of people.persons that the contact section fills. */
export function contactColumns(contact: ContactSection) {
  const shown = shownName(contact.names)
  const label = shown ? nameText(shown) : ''
  const range = birthRange(contact.birth)
  return {
    label,
    sort_key: foldName(label),
    sex: contact.sex,
    birth: JSON.stringify(contact.birth),
    birth_from: range?.from ?? null,
    birth_to: range?.to ?? null,
    languages: JSON.stringify(contact.languages),
    contacts: JSON.stringify(contact.contacts),
  }
}

/**
 * Replaces what a section holds beside the person's own row.
 * @param before the section as it is stored; absent for a person who is being registered
 */
export async function writeSection(
  tx: Tx,
  personId: string,
  section: EditableSection,
  value: unknown,
  before?: unknown,
): Promise<void> {
  switch (section) {
    case 'contact': {
      const contact = value as ContactSection
      await replaceNames(tx, personId, 'contact', contact.names, namesOf(before))
      await replaceTokens(tx, personId, section, value, before)
      return
    }
    case 'identity': {
      const identity = value as IdentitySection
      await replaceNames(tx, personId, 'identity', identity.names, namesOf(before))
      await tx
        .insertInto('people.identities')
        .values({ person_id: personId, citizenships: JSON.stringify(identity.citizenships) })
        .onConflict(c =>
          c.column('person_id').doUpdateSet({ citizenships: JSON.stringify(identity.citizenships) }),
        )
        .execute()
      await replaceIdentifiers(tx, personId, identity)
      await replaceTokens(tx, personId, section, value, before)
      return
    }
    case 'journey': {
      const journey = value as JourneySection
      await replaceNames(tx, personId, 'journey', journey.names, namesOf(before))
      const birth_place = journey.birthPlace ? JSON.stringify(journey.birthPlace) : null
      await tx
        .insertInto('people.journeys')
        .values({ person_id: personId, birth_place })
        .onConflict(c => c.column('person_id').doUpdateSet({ birth_place }))
        .execute()
      await replaceTokens(tx, personId, section, value, before)
      return
    }
    case 'health': {
      const disability = (value as HealthSection).disability
      const stored = disability ? JSON.stringify(disability) : null
      await tx
        .insertInto('people.healths')
        .values({ person_id: personId, disability: stored })
        .onConflict(c => c.column('person_id').doUpdateSet({ disability: stored }))
        .execute()
      return
    }
  }
}

const namesOf = (section: unknown) => (section as { names?: PersonName[] } | undefined)?.names ?? []

async function replaceNames(
  tx: Tx,
  personId: string,
  compartment: NameCompartment,
  names: readonly PersonName[],
  before: readonly PersonName[],
) {
  if (isDeepStrictEqual(names, before)) return
  await tx
    .deleteFrom('people.names')
    .where('person_id', '=', personId)
    .where('compartment', '=', compartment)
    .execute()
  if (names.length === 0) return
  await tx
    .insertInto('people.names')
    .values(
      names.map((name, ordinal) => ({
        id: newId(),
        person_id: personId,
        compartment,
        ordinal,
        family: name.family ?? null,
        given: name.given ?? null,
        patronymic: name.patronymic ?? null,
        script: name.script,
        language: name.language ?? null,
        use: name.use,
        source: name.source,
      })),
    )
    .execute()
}

async function replaceIdentifiers(tx: Tx, personId: string, identity: IdentitySection) {
  await tx.deleteFrom('people.identifiers').where('person_id', '=', personId).execute()
  if (identity.identifiers.length === 0) return
  await tx
    .insertInto('people.identifiers')
    .values(
      identity.identifiers.map((id, ordinal) => ({
        id: newId(),
        person_id: personId,
        ordinal,
        system: id.system,
        value: id.value,
        issuer: id.issuer ?? null,
        valid_from: id.validFrom ?? null,
        valid_to: id.validTo ?? null,
      })),
    )
    .execute()
}

type TokenKind = 'name' | 'identifier' | 'phone'

/** A word by which a person is found, and what kind of word it is. */
export interface SearchWord {
  token: string
  kind: TokenKind
}

/** All words that a section gives to the search, each once. */
export function searchWords(section: EditableSection, value: unknown): SearchWord[] {
  switch (section) {
    case 'contact': {
      const contact = value as ContactSection
      const phones = contact.contacts.filter(point => point.system === 'phone')
      return unique([...named(contact.names), ...phones.map(point => word('phone', digits(point.value)))])
    }
    case 'identity': {
      const identity = value as IdentitySection
      const numbers = identity.identifiers.map(id => word('identifier', plain(id.value)))
      return unique([...named(identity.names), ...numbers])
    }
    case 'journey':
      return unique(named((value as JourneySection).names))
    case 'health':
      return []
  }
}

const word = (kind: TokenKind, token: string): SearchWord => ({ kind, token })
const named = (names: readonly PersonName[]) => keysOf(names).map(token => word('name', token))
const unique = (words: readonly SearchWord[]) => [
  ...new Map(words.filter(one => one.token).map(one => [`${one.kind} ${one.token}`, one])).values(),
]

/** Words by which the person is found through one compartment: what went is taken out, what came is put in. */
async function replaceTokens(
  tx: Tx,
  personId: string,
  section: EditableSection,
  value: unknown,
  before: unknown,
) {
  const old = before === undefined ? [] : searchWords(section, before)
  const fresh = searchWords(section, value)
  const same = (a: SearchWord) => (b: SearchWord) => a.kind === b.kind && a.token === b.token
  const gone = old.filter(one => !fresh.some(same(one)))
  const come = fresh.filter(one => !old.some(same(one)))
  for (const { kind, token } of gone) {
    await tx
      .deleteFrom('people.token_uses')
      .where('token', '=', token)
      .where('person_id', '=', personId)
      .where('compartment', '=', section)
      .where('kind', '=', kind)
      .execute()
  }
  if (come.length === 0) return
  const tokens = [...new Set(come.map(one => one.token))]
  await sql`insert into people.tokens (token) select unnest(${tokens}::text[]) on conflict do nothing`.execute(
    tx,
  )
  await tx
    .insertInto('people.token_uses')
    .values(come.map(one => ({ ...one, compartment: section, person_id: personId })))
    .execute()
}

const keysOf = (names: readonly PersonName[]): string[] =>
  names.flatMap(name => foldName(nameText(name)).split(' '))

const digits = (text: string) => text.replace(/\D/g, '')
/** Identifiers compare without spaces, dashes and case. */
const plain = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

/** What was typed into the search box, as words of people.tokens; eight of them are enough to know somebody. */
export function queryWords(text: string): string[] {
  const number = digits(text)
  const bare = text.replace(/\s/g, '')
  if (number.length >= 4 && number.length >= bare.length - 4) return [...new Set([number, plain(text)])]
  const words = foldName(text).split(' ').filter(Boolean)
  return [...new Set(words.length > 0 ? words : [plain(text)])].filter(Boolean).slice(0, 8)
}
