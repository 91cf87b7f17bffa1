/**
 * All sections of a record, read and written below the policies: a merge joins what its decider may not see, without
 * showing it. Nothing of what is read here leaves the program except where the compartment is open to the reader.
 */
import type { Whole } from '@kerege/contract/people/duplicates/rules'
import type {
  ContactSection,
  HealthSection,
  IdentitySection,
  JourneySection,
} from '@kerege/contract/people/schema'
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database.ts'
import { contactColumns, identifierOf, identifierRows, nameOf, nameRows } from '../sections.ts'
import { contactOf } from '../store.ts'
import { type SearchWord, searchWords } from '../words.ts'

/** As `people.whole` answers: rows of the tables, in their own names. */
interface Rows {
  person: {
    version: number
    area_code: string
    sex: string
    birth: unknown
    languages: unknown
    contacts: unknown
  }
  names: (Parameters<typeof nameOf>[0] & { compartment: string })[]
  citizenships: IdentitySection['citizenships'] | null
  identifiers: Parameters<typeof identifierOf>[0][]
  birth_place: NonNullable<JourneySection['birthPlace']> | null
  disability: NonNullable<HealthSection['disability']> | null
}

export interface Versioned {
  whole: Whole
  version: number
}

export async function readWhole(tx: Tx, id: string): Promise<Versioned> {
  const found = await sql<{ rows: Rows }>`select people.whole(${id}::uuid) as rows`.execute(tx)
  const rows = found.rows[0]?.rows
  if (!rows) throw new Error('A record that was locked is gone.')
  const names = (compartment: string): ContactSection['names'] =>
    rows.names.filter(row => row.compartment === compartment).map(nameOf)
  return {
    version: rows.person.version,
    whole: {
      contact: { ...contactOf(rows.person, names('contact')), area: rows.person.area_code },
      identity: {
        names: names('identity'),
        citizenships: rows.citizenships ?? [],
        identifiers: rows.identifiers.map(identifierOf),
      },
      journey: { names: names('journey'), ...(rows.birth_place ? { birthPlace: rows.birth_place } : {}) },
      health: rows.disability ? { disability: rows.disability } : {},
    },
  }
}

/** Writes the record that stays, as this very transaction merges or parts it. */
export async function writeWhole(
  tx: Tx,
  mergeId: string,
  whole: Whole,
  stamp: { version: number; at: Date },
): Promise<void> {
  const { area, ...contact } = whole.contact
  const columns = contactColumns(contact)
  const named = (['contact', 'identity', 'journey'] as const).flatMap(compartment =>
    nameRows(whole[compartment].names).map(row => ({ ...row, compartment })),
  )
  const rows = {
    person: {
      ...columns,
      birth: contact.birth,
      languages: contact.languages,
      contacts: contact.contacts,
      area_code: area,
      version: stamp.version,
      updated_at: stamp.at.toISOString(),
    },
    names: named,
    citizenships: whole.identity.citizenships,
    identifiers: identifierRows(whole.identity.identifiers),
    birth_place: whole.journey.birthPlace ?? null,
    disability: whole.health.disability ?? null,
    words: wordsOf(whole),
  }
  await sql`select people.write_whole(${mergeId}::uuid, ${JSON.stringify(rows)}::jsonb)`.execute(tx)
}

/** Every word by which the record is found, with its compartment. */
export const wordsOf = (whole: Whole): (SearchWord & { compartment: string })[] =>
  (['contact', 'identity', 'journey'] as const).flatMap(compartment =>
    searchWords(compartment, whole[compartment]).map(word => ({ ...word, compartment })),
  )
