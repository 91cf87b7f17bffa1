/** Relatives by name, for comparing persons: parents and guardians of a child, spouses and children of an adult. */
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database.ts'

export interface KinNames {
  mothers: string[]
  fathers: string[]
  guardians: string[]
  spouses: string[]
  children: string[]
}

interface Found {
  person_id: string
  kind: string
  sex: string | null
  name: string | null
}

/** Within a request: only relatives who are open to the actor. */
export async function kinNamesOf(tx: Tx, personIds: readonly string[]): Promise<Map<string, KinNames>> {
  const found = await sql<Found>`
    select r.person_id, r.kind, coalesce(p.sex, r.outsider ->> 'sex') as sex,
           coalesce(p.label, r.outsider ->> 'name') as name
      from people.relations r left join people.persons p on p.id = r.other_id
     where r.person_id = any (${personIds}::uuid[]) and r.kind in ('parent', 'guardian', 'foster-carer', 'spouse', 'child')
       and r.who in ('person', 'outside') and r.standing <> 'refuted'
       and r.end_reason is distinct from 'corrected'
    union all
    select r.other_id, case r.kind when 'parent' then 'child' else r.kind end, p.sex, p.label
      from people.relations r join people.persons p on p.id = r.person_id
     where r.other_id = any (${personIds}::uuid[]) and r.kind in ('parent', 'spouse')
       and r.standing <> 'refuted' and r.end_reason is distinct from 'corrected'`.execute(tx)
  return gathered(found.rows)
}

/** For work of the node that acts for nobody; with an actor in the transaction it finds no name. */
export async function kinNamesForNode(tx: Tx, personIds: readonly string[]): Promise<Map<string, KinNames>> {
  const found = await sql<Found>`
    select person_id, kind, sex, name from people.kin_names(${personIds}::uuid[])`.execute(tx)
  return gathered(found.rows)
}

/** Beside what else is known of a person's family, each once: as the comparison of persons takes them. */
export function withKin(
  known: readonly KinFields[],
  kin: KinNames | undefined,
): { relation: string; name: string }[] {
  const { mothers = [], fathers = [], guardians = [], spouses = [], children = [] } = kin ?? {}
  const all = [
    ...known,
    ...mothers.map(name => ({ relation: 'mother', name })),
    ...fathers.map(name => ({ relation: 'father', name })),
    ...guardians.map(name => ({ relation: 'guardian', name })),
    ...spouses.map(name => ({ relation: 'spouse', name })),
    ...children.map(name => ({ relation: 'child', name })),
  ]
  return [...new Map(all.map(one => [`${one.relation} ${one.name}`, one])).values()]
}

interface KinFields {
  relation: string
  name: string
}

function gathered(rows: readonly Found[]): Map<string, KinNames> {
  const names = new Map<string, KinNames>()
  for (const { person_id, kind, sex, name } of rows) {
    if (!name) continue
    const kin = names.get(person_id) ?? {
      mothers: [],
      fathers: [],
      guardians: [],
      spouses: [],
      children: [],
    }
    names.set(person_id, kin)
    if (kind === 'spouse') kin.spouses.push(name)
    else if (kind === 'child') kin.children.push(name)
    else if (kind !== 'parent') kin.guardians.push(name)
    else if (sex === 'female') kin.mothers.push(name)
    else if (sex === 'male') kin.fathers.push(name)
  }
  return names
}
