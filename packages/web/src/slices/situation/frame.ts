/** What the frame shows of the situation of families: days that come today. */
import type { SliceFrame } from '../../shell/slice.ts'
import { useSituationNeeds } from './needs.tsx'

export const situationFrame: SliceFrame = {
  needs: [{ id: 'situation', verb: 'casework.read', useNeeds: useSituationNeeds }],
}
