/** Who lives with whom, now and before, in SQL. Members whom the reader may not see are counted, not named. */
import type { BirthDate, KinshipSection, Sex } from '@kerege/contract/people/schema'
import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'

type Household = NonNullable<KinshipSection['household']>
type Role = Household['role']
type Why = Household['left'][number]['why']

export async function readHouseholds(tx: Tx, personId: string): Promise<KinshipSection> {
  const homes = await tx
    .selectFrom('people.household_members as m')
    .innerJoin('people.households as h', 'h.id', 'm.household_id')
    .select(['h.id', 'h.name', 'h.version', 'm.role', 'm.valid_from', 'm.valid_to', 'm.left_reason'])
    .where('m.person_id', '=', personId)
    .orderBy('m.valid_to', 'desc')
    .execute()
  const home = homes.find(one => one.valid_to === null)
  return {
    ...(home
      ? {
          household: {
            id: home.id,
            version: home.version,
            name: home.name,
            role: home.role as Role,
            ...(await membersOf(tx, home.id)),
          },
        }
      : {}),
    earlier: homes.flatMap(({ id, name, role, valid_from, valid_to, left_reason }) =>
      valid_to === null
        ? []
        : [
            {
              householdId: id,
              name,
              role: role as Role,
              ...since(valid_from),
              on: valid_to,
              why: left_reason as Why,
            },
          ],
    ),
  }
}

const since = (day: string | null) => (day ? { since: day } : {})

async function membersOf(
  tx: Tx,
  householdId: string,
): Promise<Pick<Household, 'members' | 'notShown' | 'left'>> {
  const rows = await tx
    .selectFrom('people.household_members as m')
    .innerJoin('people.persons as p', 'p.id', 'm.person_id')
    .select([
      'm.person_id',
      'm.role',
      'm.valid_from',
      'm.valid_to',
      'm.left_reason',
      'p.label',
      'p.birth',
      'p.sex',
    ])
    .select(sql<number>`(select people.household_size(${householdId}::uuid))`.as('size'))
    .where('m.household_id', '=', householdId)
    .orderBy('p.birth_from')
    .execute()
  const here = rows.filter(row => row.valid_to === null)
  return {
    members: here.map(row => ({
      personId: row.person_id,
      role: row.role as Role,
      ...since(row.valid_from),
      label: row.label,
      birth: row.birth as BirthDate,
      sex: row.sex as Sex,
    })),
    notShown: Math.max(0, (rows[0]?.size ?? 0) - here.length),
    left: rows
      .flatMap(row =>
        row.valid_to === null
          ? []
          : [
              {
                personId: row.person_id,
                role: row.role as Role,
                label: row.label,
                ...since(row.valid_from),
                on: row.valid_to,
                why: row.left_reason as Why,
              },
            ],
      )
      .toSorted((a, b) => (a.on < b.on ? 1 : -1)),
  }
}
