/** What the frame shows of guidance. */
import { IconBook2 } from '@tabler/icons-react'
import type { SliceFrame } from '../../shell/slice.ts'

export const guidanceFrame: SliceFrame = {
  nav: [
    { path: '/guidance', icon: IconBook2, label: 'guidance.title', verb: 'guidance.read', place: 'main' },
  ],
}
