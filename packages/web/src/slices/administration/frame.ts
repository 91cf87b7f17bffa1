/** What the frame shows of administration: its entries, and the way to invite somebody. */
import { IconBuildingCommunity, IconEye, IconMap, IconUserPlus, IconUsersGroup } from '@tabler/icons-react'
import type { SliceFrame } from '../../shell/slice.ts'

export const administrationFrame: SliceFrame = {
  nav: [
    {
      path: '/accounts',
      icon: IconUsersGroup,
      label: 'administration.accounts',
      verb: 'accounts.administer',
      place: 'main',
      tab: true,
    },
    {
      path: '/agencies',
      icon: IconBuildingCommunity,
      label: 'administration.agencies',
      verb: 'accounts.administer',
      place: 'main',
    },
    {
      path: '/areas',
      icon: IconMap,
      label: 'administration.areas',
      verb: 'areas.administer',
      place: 'main',
    },
    {
      path: '/administration/view',
      icon: IconEye,
      label: 'administration.view',
      verb: 'accounts.administer',
      place: 'main',
    },
  ],
  acts: [
    {
      path: '/accounts/invite',
      icon: IconUserPlus,
      label: 'administration.invite',
      verb: 'accounts.administer',
    },
  ],
}
