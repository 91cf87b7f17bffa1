/**
 * Words by which a person is found: names folded, names as keys that all scripts share, numbers of papers, phones;
 * each under the compartment that it comes from. Keys are written by the library of names and only here.
 */
import { foldName, searchKeys } from '@kerege/contract/names/index'
import { nameText } from '@kerege/contract/people/rules'
import type {
  ContactSection,
  EditableSection,
  IdentitySection,
  JourneySection,
} from '@kerege/contract/people/schema'
import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'

type WordKind = 'name' | 'key' | 'identifier' | 'phone'

export interface SearchWord {
  token: string
  kind: WordKind
}

type NameParts = Partial<Record<'family' | 'given' | 'patronymic', string | null | undefined>>

/** All words that a section gives to the search, each once. */
export function searchWords(section: EditableSection, value: unknown): SearchWord[] {
  switch (section) {
    case 'contact': {
      const contact = value as ContactSection
      const phones = contact.contacts.filter(point => point.system === 'phone')
      return unique([
        ...nameWords(contact.names),
        ...phones.flatMap(point => numberWords('phone', digits(point.value))),
      ])
    }
    case 'identity': {
      const identity = value as IdentitySection
      const numbers = identity.identifiers.flatMap(id => numberWords('identifier', plain(id.value)))
      return unique([...nameWords(identity.names), ...numbers])
    }
    case 'journey':
      return unique(nameWords((value as JourneySection).names))
    case 'health':
      return []
  }
}

/** Words and keys of some spellings, each once. */
export function nameWords(names: readonly NameParts[]): SearchWord[] {
  return unique(
    names.flatMap(({ family, given, patronymic }) => {
      const parts = {
        family: family ?? undefined,
        given: given ?? undefined,
        patronymic: patronymic ?? undefined,
      }
      const text = nameText(parts)
      return [
        ...foldName(text)
          .split(' ')
          .map(token => word('name', token)),
        ...searchKeys(parts).map(token => word('key', token)),
      ]
    }),
  )
}

const word = (kind: WordKind, token: string): SearchWord => ({ kind, token })
const unique = (words: readonly SearchWord[]) => [
  ...new Map(words.filter(one => one.token).map(one => [`${one.kind} ${one.token}`, one])).values(),
]

/** A number is found by its beginning, and from its end: people remember the last digits. */
const numberWords = (kind: WordKind, number: string) =>
  number === '' ? [] : [word(kind, number), word(kind, fromEnd(number))]
const fromEnd = (number: string) => `<${[...number].reverse().join('')}`

export const digits = (text: string) => text.replace(/\D/g, '')
/** Identifiers compare without spaces, dashes and case. */
export const plain = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

/** Digits by which two ways of dialling one number agree: without the country's code or a leading 8 or 0. */
const localDigits = 9

/** What to look for when a number was typed, whole or in part. */
export function numberQuery(text: string): string[] {
  const number = digits(text)
  const tail = number.length > localDigits ? number.slice(-localDigits) : number
  return [...new Set([number, plain(text), fromEnd(tail), fromEnd(plain(text))])]
}

/** Words by which the person is found through one compartment: what went is taken out, what came is put in. */
export async function replaceWords(
  tx: Tx,
  personId: string,
  section: EditableSection,
  value: unknown,
  before: unknown,
): Promise<void> {
  const old = before === undefined ? [] : searchWords(section, before)
  const fresh = searchWords(section, value)
  const same = (a: SearchWord) => (b: SearchWord) => a.kind === b.kind && a.token === b.token
  const gone = old.filter(one => !fresh.some(same(one)))
  const come = fresh.filter(one => !old.some(same(one)))
  if (gone.length > 0) {
    // The words by themselves first: the policy then looks at few rows.
    await sql`delete from people.token_uses
      where person_id = ${personId}::uuid and compartment = ${section} and token = any (${gone.map(one => one.token)}::text[])
        and (token, kind) in (select * from unnest(${gone.map(one => one.token)}::text[], ${gone.map(one => one.kind)}::text[]))`.execute(
      tx,
    )
  }
  await writeWords(tx, [{ personId, section, words: come }])
}

export interface Bearer {
  personId: string
  section: EditableSection
  value: unknown
}

/** Words by which people are found who were not on the register until now. */
export const addWords = (tx: Tx, bearers: readonly Bearer[]): Promise<void> =>
  writeWords(
    tx,
    bearers.map(({ personId, section, value }) => ({
      personId,
      section,
      words: searchWords(section, value),
    })),
  )

async function writeWords(
  tx: Tx,
  all: readonly { personId: string; section: EditableSection; words: readonly SearchWord[] }[],
): Promise<void> {
  const uses = all.flatMap(({ personId, section, words }) =>
    words.map(({ token, kind }) => ({ token, kind, section, person: personId })),
  )
  if (uses.length === 0) return
  // In one order always: two who write the same words at once wait for each other and do not block each other.
  const tokens = [...new Set(uses.filter(one => one.kind !== 'key').map(one => one.token))].toSorted()
  await sql`insert into people.tokens (token) select unnest(${tokens}::text[]) on conflict do nothing`.execute(
    tx,
  )
  // Written by an older version of the keys, a word may stand there already.
  await sql`insert into people.token_uses (token, kind, compartment, person_id)
    select token, kind, section, person
      from jsonb_to_recordset(${JSON.stringify(uses)}::jsonb) as n (token text, kind text, section text, person uuid)
    on conflict do nothing`.execute(tx)
}
