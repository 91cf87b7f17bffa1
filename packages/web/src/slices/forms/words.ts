/** States of a form in colour; the words stand in the catalogues. */
import type { FormRow } from '@kerege/contract/forms/schema'
import type { StateKind } from '../../ui/StatePill.tsx'

const kinds = { draft: 'wait', 'handed-in': 'ok', corrected: 'info' } as const satisfies Record<
  FormRow['state'],
  StateKind
>
export const pillOf = (state: FormRow['state']): StateKind => kinds[state]
