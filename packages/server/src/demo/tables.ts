/** Invented records as rows of the register's tables. Used by the demo and by the benchmark alike. */
import type pg from 'pg'
import { foldName } from '@kerege/contract/names/fold'
import type { Topic } from '@kerege/contract/notifications/topics'
import type { PersonName } from '@kerege/contract/people/schema'
import { newId } from '../platform/ids.ts'
import type { DemoRelation } from './kinship.ts'
import { contactColumns, searchWords } from '../slices/people/index.ts'
import { copyRows } from './copy.ts'
import { taskTexts } from './taskTexts.ts'
import type {
  DemoAccount,
  DemoGrant,
  DemoHousehold,
  DemoNotification,
  DemoPerson,
  DemoTask,
} from './types.ts'

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
    ['id', 'name', 'sort_key', 'created_at', 'updated_at'],
    households.map(home => [home.id, home.name, foldName(home.name), home.createdAt, home.updatedAt]),
  )
  await copyRows(
    client,
    'people.household_members',
    ['id', 'person_id', 'household_id', 'role', 'valid_from', 'valid_to', 'left_reason'],
    people.flatMap(({ id, householdId, householdRole, earlierHome, createdAt }) => [
      [newId(), id, householdId, householdRole, createdAt.slice(0, 10), null, null],
      ...(earlierHome
        ? [[newId(), id, earlierHome.householdId, earlierHome.role, null, earlierHome.on, 'moved']]
        : []),
    ]),
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
    [...new Set(uses.flatMap(([token, , , kind]) => (kind === 'key' ? [] : [token])))].map(token => [token]),
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

/** Tasks in the words of their owner's language: a task is a note between people, not a form. */
export async function copyTasks(
  client: pg.ClientBase,
  tasks: readonly DemoTask[],
  accounts: readonly DemoAccount[],
) {
  const owners = new Map(accounts.map(account => [account.id, account]))
  await copyRows(
    client,
    'tasks.tasks',
    [
      'id',
      'owner_id',
      'team_id',
      'created_by',
      'title',
      'subject_id',
      'due',
      'anchor',
      'state',
      'done_at',
      'created_at',
      'updated_at',
    ],
    tasks.flatMap(task => {
      const owner = owners.get(task.ownerId)
      if (!owner) return []
      const title = taskTexts[task.code][owner.language]
      const state = task.doneAt ? 'done' : 'open'
      return [
        [
          task.id,
          owner.id,
          owner.teamId,
          task.createdBy,
          title,
          task.subjectId,
          task.dueOn,
          task.dueOn,
          state,
          task.doneAt,
          task.createdAt,
          task.doneAt ?? task.createdAt,
        ],
      ]
    }),
  )
}

const topics = {
  'task-given': ['task.handed-over', 'taskId'],
  'access-given': ['person.granted', 'personId'],
  'access-ends': ['person.granted', 'personId'],
} as const satisfies Record<DemoNotification['code'], readonly [Topic, string]>

/** Relations between people who are there already. */
export async function copyRelations(client: pg.ClientBase, relations: Iterable<DemoRelation>) {
  const columns =
    'id person_id kind basis standing who other_id outsider_id outsider other_sex since until end_reason evidence created_at updated_at'
  function* rows() {
    for (const one of relations) {
      const { outsider, otherId, unknownSex } = one
      const who = otherId ? 'person' : outsider ? 'outside' : 'unknown'
      yield [
        one.id,
        one.personId,
        one.kind,
        one.basis,
        one.standing,
        who,
        otherId,
        outsider?.outsiderId,
        outsider,
        unknownSex,
        one.since,
        one.until,
        one.endReason,
        JSON.stringify(one.evidence),
        one.createdAt,
        one.createdAt,
      ]
    }
  }
  await copyRows(client, 'people.relations', columns.split(' '), rows())
}

/** Notices of the bell; mails of the demo go nowhere, so none waits for one. */
export async function copyNotices(client: pg.ClientBase, notices: readonly DemoNotification[]) {
  await copyRows(
    client,
    'notifications.notices',
    ['id', 'account_id', 'event_id', 'topic', 'params', 'at', 'read_at', 'mail'],
    notices.map(notice => {
      const [topic, subject] = topics[notice.code]
      return [
        notice.id,
        notice.accountId,
        newId(),
        topic,
        { [subject]: notice.subjectId },
        notice.at,
        notice.readAt,
        'never',
      ]
    }),
  )
}
