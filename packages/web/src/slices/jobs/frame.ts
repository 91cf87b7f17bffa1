/** What the frame shows of background work, and of how the node stands. */
import { IconHeartbeat, IconStack2 } from '@tabler/icons-react'
import type { SliceFrame } from '../../shell/slice.ts'

export const jobsFrame: SliceFrame = {
  nav: [
    {
      path: '/administration/node',
      icon: IconHeartbeat,
      label: 'jobs.node.title',
      verb: 'jobs.administer',
      place: 'main',
    },
    {
      path: '/administration/jobs',
      icon: IconStack2,
      label: 'jobs.title',
      verb: 'jobs.administer',
      place: 'main',
    },
  ],
}
