/** What the frame shows of background work. */
import { IconStack2 } from '@tabler/icons-react'
import type { SliceFrame } from '../../shell/slice.ts'

export const jobsFrame: SliceFrame = {
  nav: [
    {
      path: '/administration/jobs',
      icon: IconStack2,
      label: 'jobs.title',
      verb: 'jobs.administer',
      place: 'main',
    },
  ],
}
