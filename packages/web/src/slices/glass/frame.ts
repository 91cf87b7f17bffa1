/** What the frame shows of openings in an emergency: to review for some, to open for who cares for people. */
import { IconBolt } from '@tabler/icons-react'
import type { SliceFrame } from '../../shell/slice.ts'
import { useGlassNeeds } from './needs.tsx'

export const glassFrame: SliceFrame = {
  nav: [
    { path: '/glass', icon: IconBolt, label: 'glass.title', verb: 'glass.review', place: 'more' },
    { path: '/glass/open', icon: IconBolt, label: 'glass.open', verb: 'glass.break', place: 'more' },
  ],
  acts: [{ path: '/glass/open', icon: IconBolt, label: 'glass.openThis', verb: 'glass.break' }],
  needs: [{ id: 'glass', verb: 'glass.review', useNeeds: useGlassNeeds }],
}
