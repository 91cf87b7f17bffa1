/** Group: the household. A group of FHIR holds patients; whoever lives there and has no file in this one is called by their name. */
import { Household as HouseholdShape, type Household } from './record.ts'
import { piece, type Spot } from './spot.ts'
import { extension, maybe } from './systems.ts'
import type { Element, Resource } from './types.ts'

export const groupOf = (home: Household, patient: Element): Resource => ({
  resourceType: 'Group',
  type: 'person',
  actual: true,
  name: home.name,
  member: [
    { extension: [extension('role', 'valueCode', home.role)], entity: patient },
    ...home.members.map(one => ({
      extension: [extension('role', 'valueCode', one.role)],
      entity: { display: one.name },
      ...(one.since ? { period: { ...maybe('start', one.since) } } : {}),
    })),
  ],
})

export function readGroup(spot: Spot, patient: string): Household | undefined {
  const members = spot.each('member')
  const isSelf = (one: Spot) => one.get('entity').get('reference').value === patient
  const role = (one: Spot | undefined) => one?.extension('role').get('valueCode').value ?? 'other'
  return piece(
    spot,
    HouseholdShape,
    {
      name: spot.get('name'),
      role: role(members.find(isSelf)),
      members: members
        .filter(one => !isSelf(one) && one.get('entity').get('display').value !== undefined)
        .map(one => ({
          name: one.get('entity').get('display').value,
          role: role(one),
          ...maybe('since', one.get('period').get('start').value),
        })),
    },
    { '/members': spot.get('member') },
  )
}
