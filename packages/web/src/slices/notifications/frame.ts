/** What the frame shows of notices: the bell with its count. */
import { IconBell } from '@tabler/icons-react'
import type { SliceFrame } from '../../shell/slice.ts'
import { useUnread } from './api.ts'

export const notificationsFrame: SliceFrame = {
  nav: [
    {
      path: '/notifications',
      icon: IconBell,
      label: 'notifications.title',
      place: 'bell',
      useCount: useUnread,
    },
  ],
}
