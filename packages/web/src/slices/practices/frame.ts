/** What the frame shows of the practices library. */
import { IconBook2, IconPencilPlus } from '@tabler/icons-react'
import type { SliceFrame } from '../../shell/slice.ts'
import { usePracticeNeeds } from './review/needs.tsx'

export const practicesFrame: SliceFrame = {
  // The hub's people all read the Council's work; a node has its own page of what it fetched.
  nav: [
    { path: '/practices', icon: IconBook2, label: 'practices.title', verb: 'council.read', place: 'main' },
  ],
  needs: [{ id: 'practices', verb: 'practices.write', useNeeds: usePracticeNeeds }],
  acts: [{ path: '/practices/new', icon: IconPencilPlus, label: 'practices.new', verb: 'practices.write' }],
}
