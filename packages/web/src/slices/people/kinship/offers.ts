/**
 * What living together suggests and nobody has written down: a mother and a child of one household. Only offered, as
 * told and without proof; a household role is no kinship.
 */
import { basesOf, type KinBasis, type KinKind } from '@kerege/contract/people/kinship/kinds'
import type { Relation } from '@kerege/contract/people/kinship/schema'
import type { KinshipSection } from '@kerege/contract/people/schema'

type Household = NonNullable<KinshipSection['household']>
type Role = Household['role']

export interface Offer {
  personId: string
  name: string
  sex: string
  kind: KinKind
  basis: KinBasis
}

const most = 8

export function offersFor(self: string, household: Household, relations: readonly Relation[]): Offer[] {
  const told = new Set(relations.flatMap(({ other }) => (other.who === 'person' ? [other.personId] : [])))
  return household.members
    .flatMap((member): Offer[] => {
      const kind = kindBetween(household.role, member.role)
      if (member.personId === self || told.has(member.personId) || !kind) return []
      const basis = basesOf(kind)[0] ?? 'not-said'
      const { personId, label: name, sex = 'unknown' } = member
      return [{ personId, name, sex, kind, basis }]
    })
    .slice(0, most)
}

/** What somebody with the second role is to somebody with the first; nothing where the roles leave it open. */
function kindBetween(mine: Role, theirs: Role): KinKind | undefined {
  if (mine === 'child') return elders[theirs]
  if (theirs !== 'child') return undefined
  switch (elders[mine]) {
    case 'parent':
      return 'child'
    case 'grandparent':
      return 'grandchild'
    case 'guardian':
      return 'ward'
    default:
      return undefined
  }
}

const elders: Partial<Record<Role, KinKind>> = {
  mother: 'parent',
  father: 'parent',
  grandparent: 'grandparent',
  guardian: 'guardian',
}
