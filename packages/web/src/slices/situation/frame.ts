/** What the frame shows of the situation of families: the way to what waits, and days that come today. */
import { IconSchool } from '@tabler/icons-react'
import type { SliceFrame } from '../../shell/slice.ts'
import { useSituationNeeds } from './needs.tsx'

export const situationFrame: SliceFrame = {
  nav: [
    { path: '/situation', icon: IconSchool, label: 'situation.list', verb: 'casework.read', place: 'more' },
  ],
  needs: [{ id: 'situation', verb: 'casework.read', useNeeds: useSituationNeeds }],
}
