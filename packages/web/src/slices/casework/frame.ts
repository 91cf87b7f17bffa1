/** What the frame shows of casework: the way to the obstacle log. */
import { IconBarrierBlock, IconCalendarWeek } from '@tabler/icons-react'
import type { SliceFrame } from '../../shell/slice.ts'
import { useCaseworkNeeds } from './needs.tsx'
import { Team } from './Team.tsx'

export const caseworkFrame: SliceFrame = {
  nav: [
    {
      path: '/obstacles',
      icon: IconBarrierBlock,
      label: 'casework.obstacles',
      verb: 'cases.read',
      place: 'main',
    },
    {
      path: '/calendar',
      icon: IconCalendarWeek,
      label: 'visits.calendar',
      verb: 'casework.read',
      place: 'main',
    },
  ],
  needs: [{ id: 'casework', verb: 'cases.read', useNeeds: useCaseworkNeeds }],
  todayParts: [{ id: 'team', verb: 'cases.assign', Part: Team }],
}
