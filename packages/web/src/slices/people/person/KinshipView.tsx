/** The family: the tree, what does not go together, who is what to this person, and who lives together. */
import type { Person } from '@kerege/contract/people/schema'
import { ChecksCard } from '../kinship/ChecksCard.tsx'
import { HouseholdCard } from '../kinship/HouseholdCard.tsx'
import { OfferNotice } from '../kinship/OfferNotice.tsx'
import { RelationsCard } from '../kinship/RelationsCard.tsx'
import { TreeCard } from '../kinship/TreeCard.tsx'

export function KinshipView({ person }: { person: Person }) {
  return (
    <>
      <OfferNotice person={person} />
      <TreeCard person={person} />
      <ChecksCard person={person} />
      <RelationsCard person={person} />
      <HouseholdCard person={person} />
    </>
  )
}
