/** Invented records as rows of the register's tables. Used by the demo and by the benchmark alike. */
import type pg from 'pg'
import type { PersonName } from '@kerege/contract/people/schema'
import { newId } from '../platform/ids.ts'
import { contactColumns, searchWords } from '../slices/people/index.ts'
import { copyRows } from './copy.ts'
import type { DemoGrant, DemoHousehold, DemoPerson } from './types.ts'

/** Writes people with all their sections, households and search words. */
export async function copyPeople(
  client: pg.ClientBase,
  people: readonly DemoPerson[],
  households: readonly DemoHousehold[],
) {
  await copyRows(
    client,
    'people.persons',
    [
      'id',
      'agency_id',
      'team_id',
      'area_code',
      'label',
      'sort_key',
      'sex',
      'birth',
      'birth_from',
      'birth_to',
      'languages',
      'contacts',
      'created_at',
      'updated_at',
    ],
    people.map(person => {
      const row = contactColumns(person.contact)
      return [
        person.id,
        person.agencyId,
        person.teamId,
        person.area,
        row.label,
        row.sort_key,
        row.sex,
        row.birth,
        row.birth_from,
        row.birth_to,
        row.languages,
        row.contacts,
        person.createdAt,
        person.updatedAt,
      ]
    }),
  )
  await copyRows(
    client,
    'people.names',
    [
      'id',
      'person_id',
      'compartment',
      'ordinal',
      'family',
      'given',
      'patronymic',
      'script',
      'language',
      'use',
      'source',
    ],
    nameRows(people),
  )
  await copyRows(
    client,
    'people.identities',
    ['person_id', 'citizenships'],
    people.map(person => [person.id, JSON.stringify(person.identity.citizenships)]),
  )
  await copyRows(
    client,
    'people.identifiers',
    ['id', 'person_id', 'ordinal', 'system', 'value', 'issuer', 'valid_from', 'valid_to'],
    people.flatMap(person =>
      person.identity.identifiers.map((id, at) => [
        newId(),
        person.id,
        at,
        id.system,
        id.value,
        id.issuer,
        id.validFrom,
        id.validTo,
      ]),
    ),
  )
  await copyRows(
    client,
    'people.journeys',
    ['person_id', 'birth_place'],
    people.map(person => [person.id, person.journey.birthPlace]),
  )
  await copyRows(
    client,
    'people.healths',
    ['person_id', 'disability'],
    people.map(person => [person.id, person.health.disability]),
  )
  await copyRows(
    client,
    'people.households',
    ['id', 'name', 'created_at', 'updated_at'],
    households.map(home => [home.id, home.name, home.createdAt, home.updatedAt]),
  )
  await copyRows(
    client,
    'people.household_members',
    ['person_id', 'household_id', 'role'],
    people.map(person => [person.id, person.householdId, person.householdRole]),
  )
  const uses = people.flatMap(person =>
    (['contact', 'identity', 'journey'] as const).flatMap(section =>
      searchWords(section, person[section]).map(word => [word.token, person.id, section, word.kind] as const),
    ),
  )
  await client.query('create temporary table if not exists fresh_tokens (token text)')
  await client.query('truncate fresh_tokens')
  await copyRows(
    client,
    'fresh_tokens',
    ['token'],
    [...new Set(uses.map(([token]) => token))].map(token => [token]),
  )
  await client.query(
    'insert into people.tokens (token) select token from fresh_tokens on conflict do nothing',
  )
  await copyRows(client, 'people.token_uses', ['token', 'person_id', 'compartment', 'kind'], uses)
}

function* nameRows(people: readonly DemoPerson[]) {
  for (const person of people) {
    const sections: [string, readonly PersonName[]][] = [
      ['contact', person.contact.names],
      ['identity', person.identity.names],
      ['journey', person.journey.names],
    ]
    for (const [compartment, names] of sections) {
      for (const [at, name] of names.entries()) {
        yield [
          newId(),
          person.id,
          compartment,
          at,
          name.family,
          name.given,
          name.patronymic,
          name.script,
          name.language,
          name.use,
          name.source,
        ]
      }
    }
  }
}

export async function copyGrants(client: pg.ClientBase, grants: readonly DemoGrant[]) {
  await copyRows(
    client,
    'access.grants',
    ['id', 'account_id', 'subject_id', 'kind', 'granted_by', 'valid_from', 'valid_to'],
    grants.map(grant => [
      grant.id,
      grant.accountId,
      grant.subjectId,
      grant.kind,
      grant.grantedBy,
      grant.validFrom,
      grant.validTo,
    ]),
  )
}
