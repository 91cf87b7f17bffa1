/** What the frame shows of forms: drafts that colleagues handed over. */
import type { SliceFrame } from '../../shell/slice.ts'
import { useFormNeeds } from './needs.tsx'

export const formsFrame: SliceFrame = {
  needs: [{ id: 'forms', verb: 'casework.write', useNeeds: useFormNeeds }],
}
