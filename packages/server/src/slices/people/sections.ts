/**
 * A person's sections as rows and back: which table holds what.
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
import { replaceWords } from './words.ts'

type NameCompartment = 'contact' | 'identity' | 'journey'

interface NameRow {
  family: string | null
  given: string | null
  patronymic: string | null
  script: string
  language: string | null
  use: string
  source: string
}

export const nameOf = (row: NameRow): PersonName => ({
  ...(row.family === null ? {} : { family: row.family }),
  ...(row.given === null ? {} : { given: row.given }),
  ...(row.patronymic === null ? {} : { patronymic: row.patronymic }),
  script: row.script as PersonName['script'],
  ...(row.language === null ? {} : { language: row.language }),
  use: row.use as PersonName['use'],
  source: row.source as PersonName['source'],
})

interface IdentifierRow {
  system: string
  value: string
  issuer: string | null
  valid_from: string | null
  valid_to: string | null
}

export const identifierOf = (row: IdentifierRow): IdentitySection['identifiers'][number] => ({
  system: row.system,
  value: row.value,
  ...(row.issuer === null ? {} : { issuer: row.issuer }),
  ...(row.valid_from === null ? {} : { validFrom: row.valid_from }),
  ...(row.valid_to === null ? {} : { validTo: row.valid_to }),
})

interface SectionRows {
  names: (NameRow & { compartment: NameCompartment })[]
  citizenships: unknown
  identifiers: IdentifierRow[]
  birth_place: JourneySection['birthPlace'] | null
  disability: HealthSection['disability'] | null
}

export interface Sections {
  /** Of the contact section; its other fields stand in the person's own row. */
  contactNames: PersonName[]
  identity: IdentitySection
  journey: JourneySection
  health: HealthSection
}

/** What stands beside the person's own row, in one question: every section as far as its policy shows it. */
export async function readSections(tx: Tx, personId: string): Promise<Sections> {
  const found = await sql<SectionRows>`
    select
      (select coalesce(jsonb_agg(to_jsonb(n) order by n.compartment, n.ordinal), '[]') from people.names n
        where n.person_id = ${personId}::uuid) as names,
      (select i.citizenships from people.identities i where i.person_id = ${personId}::uuid) as citizenships,
      (select coalesce(jsonb_agg(to_jsonb(i) order by i.ordinal), '[]') from people.identifiers i
        where i.person_id = ${personId}::uuid) as identifiers,
      (select j.birth_place from people.journeys j where j.person_id = ${personId}::uuid) as birth_place,
      (select h.disability from people.healths h where h.person_id = ${personId}::uuid) as disability`.execute(
    tx,
  )
  const row = found.rows[0] as SectionRows // a question without a table answers one row
  const names = (of: NameCompartment) => row.names.filter(name => name.compartment === of).map(nameOf)
  return {
    contactNames: names('contact'),
    identity: {
      names: names('identity'),
      citizenships: (row.citizenships ?? []) as IdentitySection['citizenships'],
      identifiers: row.identifiers.map(identifierOf),
    },
    journey: { names: names('journey'), ...(row.birth_place ? { birthPlace: row.birth_place } : {}) },
    health: row.disability ? { disability: row.disability } : {},
  }
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
      await replaceWords(tx, personId, section, value, before)
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
      await replaceWords(tx, personId, section, value, before)
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
      await replaceWords(tx, personId, section, value, before)
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

export const nameRows = (names: readonly PersonName[]) =>
  names.map((name, ordinal) => ({
    id: newId(),
    ordinal,
    family: name.family ?? null,
    given: name.given ?? null,
    patronymic: name.patronymic ?? null,
    script: name.script,
    language: name.language ?? null,
    use: name.use,
    source: name.source,
  }))

export const identifierRows = (identifiers: IdentitySection['identifiers']) =>
  identifiers.map((id, ordinal) => ({
    id: newId(),
    ordinal,
    system: id.system,
    value: id.value,
    issuer: id.issuer ?? null,
    valid_from: id.validFrom ?? null,
    valid_to: id.validTo ?? null,
  }))

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
    .values(nameRows(names).map(row => ({ ...row, person_id: personId, compartment })))
    .execute()
}

async function replaceIdentifiers(tx: Tx, personId: string, identity: IdentitySection) {
  await tx.deleteFrom('people.identifiers').where('person_id', '=', personId).execute()
  if (identity.identifiers.length === 0) return
  await tx
    .insertInto('people.identifiers')
    .values(identifierRows(identity.identifiers).map(row => ({ ...row, person_id: personId })))
    .execute()
}
