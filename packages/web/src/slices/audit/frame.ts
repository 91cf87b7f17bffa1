/** What the frame shows of the log. */
import { IconEyeCheck } from '@tabler/icons-react'
import type { SliceFrame } from '../../shell/slice.ts'

export const auditFrame: SliceFrame = {
  nav: [
    {
      path: '/audit',
      icon: IconEyeCheck,
      label: 'audit.title',
      verb: 'audit.search',
      place: 'main',
      tab: true,
    },
  ],
}
