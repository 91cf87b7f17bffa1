/** What the frame shows of the directory: the way to it. */
import { IconMapPin } from '@tabler/icons-react'
import type { SliceFrame } from '../../shell/slice.ts'

export const servicesFrame: SliceFrame = {
  nav: [
    { path: '/services', icon: IconMapPin, label: 'services.title', verb: 'services.read', place: 'main' },
  ],
}
