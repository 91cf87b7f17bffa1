/** What the frame shows of repatriation: the list of operations, and beginning one. */
import { IconPlaneArrival, IconPlus } from '@tabler/icons-react'
import type { SliceFrame } from '../../shell/slice.ts'

export const repatriationFrame: SliceFrame = {
  nav: [
    {
      path: '/operations',
      icon: IconPlaneArrival,
      label: 'operations.title',
      verb: 'repatriation.read',
      place: 'main',
    },
  ],
  acts: [{ path: '/operations/new', icon: IconPlus, label: 'operations.new', verb: 'repatriation.lead' }],
}
