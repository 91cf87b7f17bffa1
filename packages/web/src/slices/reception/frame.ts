/** What the frame shows of reception. */
import { IconBed } from '@tabler/icons-react'
import type { SliceFrame } from '../../shell/slice.ts'

export const receptionFrame: SliceFrame = {
  nav: [
    {
      path: '/reception',
      icon: IconBed,
      label: 'reception.title',
      verb: 'reception.work',
      place: 'main',
    },
  ],
}
