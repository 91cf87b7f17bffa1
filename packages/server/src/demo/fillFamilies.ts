/** Invented families into the register, in portions of whole households. */
import type pg from 'pg'
import { copyGrants, copyPeople, copyRelations } from './tables.ts'
import type { DemoNode } from './types.ts'

const portion = 300

/**
 * One transaction each, so that a broken fill goes on where it ended.
 * @returns how many households came
 */
export async function fillFamilies(
  client: pg.ClientBase,
  demo: Pick<DemoNode, 'people' | 'households' | 'relations' | 'grants'>,
  tell: (share: number) => void,
): Promise<number> {
  const { rows } = await client.query<{ id: string }>('select id from people.households')
  const there = new Set(rows.map(row => row.id))
  const missing = demo.households.filter(home => !there.has(home.id))
  for (let at = 0; at < missing.length; at += portion) {
    const homes = missing.slice(at, at + portion)
    const ids = new Set(homes.map(home => home.id))
    const people = demo.people.filter(person => ids.has(person.householdId))
    const subjects = new Set(people.map(person => person.id))
    await client.query('begin')
    await copyPeople(client, people, homes)
    await copyRelations(
      client,
      demo.relations.filter(relation => subjects.has(relation.personId)),
    )
    await copyGrants(
      client,
      demo.grants.filter(grant => subjects.has(grant.subjectId)),
    )
    await client.query('commit')
    tell((at + homes.length) / missing.length)
  }
  return missing.length
}
