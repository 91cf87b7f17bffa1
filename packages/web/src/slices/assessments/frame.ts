/** What the frame shows of assessments: the questionnaires, for who keeps their texts. */
import { IconClipboardText } from '@tabler/icons-react'
import type { SliceFrame } from '../../shell/slice.ts'

export const assessmentsFrame: SliceFrame = {
  nav: [
    {
      path: '/instruments',
      icon: IconClipboardText,
      label: 'assessments.instruments',
      verb: 'instruments.administer',
      place: 'main',
    },
  ],
}
