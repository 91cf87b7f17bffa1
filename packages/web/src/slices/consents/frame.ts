/** What the frame shows of sharing: the register of who was told, contacts, and requests by authorities. */
import { IconMessageShare } from '@tabler/icons-react'
import type { SliceFrame } from '../../shell/slice.ts'

export const consentsFrame: SliceFrame = {
  nav: [
    {
      path: '/sharing',
      icon: IconMessageShare,
      label: 'consents.register',
      verb: 'consents.read',
      place: 'main',
    },
  ],
}
