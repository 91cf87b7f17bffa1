/** What other parts of the library, and the Council, show beside a practice: where it is used, where it is cited. */
import type { Practice } from '@kerege/contract/practices/record/schema'
import type { ComponentType } from 'react'
import { CiteCard } from '../ecosystem/CiteCard.tsx'

export const asideParts: readonly { id: string; Part: ComponentType<{ practice: Practice }> }[] = [
  { id: 'cite', Part: CiteCard },
]
