/** What other parts of the library, and the Council, show beside a practice: where it is used, how to cite it, where it is cited. */
import type { Practice } from '@kerege/contract/practices/record/schema'
import type { ComponentType } from 'react'
import { CitedInPart } from '../../council/citations/CitedIn.tsx'
import { ToldCard } from '../../exchange/ToldCard.tsx'
import { WhereUsedPart } from '../adoption/WhereUsed.tsx'
import { CiteCard } from '../ecosystem/CiteCard.tsx'

interface AsidePart {
  id: string
  Part: ComponentType<{ practice: Practice }>
}

/** Before what it is at a glance, and after it. */
export const asideParts: readonly AsidePart[] = [
  { id: 'used', Part: WhereUsedPart },
  { id: 'told', Part: ToldCard },
]
export const lastParts: readonly AsidePart[] = [
  { id: 'cited', Part: CitedInPart },
  { id: 'cite', Part: CiteCard },
]
