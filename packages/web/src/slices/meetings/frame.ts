/** What the frame shows of meetings: those that one is asked to, and what waits there. */
import { IconUsersGroup } from '@tabler/icons-react'
import type { SliceFrame } from '../../shell/slice.ts'
import { useMeetingNeeds } from './needs.tsx'

export const meetingsFrame: SliceFrame = {
  nav: [
    {
      path: '/conferences',
      icon: IconUsersGroup,
      label: 'meetings.mine',
      verb: 'people.read',
      place: 'more',
    },
  ],
  needs: [{ id: 'meetings', verb: 'people.read', useNeeds: useMeetingNeeds }],
}
