/** What the frame shows of boarding. */
import { IconBus } from '@tabler/icons-react'
import type { SliceFrame } from '../../../shell/slice.ts'

export const boardingFrame: SliceFrame = {
  nav: [
    {
      path: '/boarding',
      icon: IconBus,
      label: 'boarding.nav',
      verb: 'repatriation.board',
      place: 'main',
      tab: true,
    },
  ],
}
