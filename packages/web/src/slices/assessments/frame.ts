/** What the frame shows of assessments: the questionnaires, for who keeps their texts. */
import { IconClipboardText } from '@tabler/icons-react'
import type { SliceFrame } from '../../shell/slice.ts'
import { NeedsToday } from './NeedsToday.tsx'

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
  todayParts: [{ id: 'needs', verb: 'assessments.read', Part: NeedsToday }],
}
