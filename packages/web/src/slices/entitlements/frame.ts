/** What the frame shows of entitlements: the way to what waits for offices, and what of it waits too long. */
import { IconChecklist } from '@tabler/icons-react'
import type { SliceFrame } from '../../shell/slice.ts'
import { useEntitlementNeeds } from './needs.tsx'

export const entitlementsFrame: SliceFrame = {
  nav: [
    {
      path: '/entitlements',
      icon: IconChecklist,
      label: 'entitlements.list',
      verb: 'cases.work',
      reads: 'social',
      place: 'main',
    },
  ],
  needs: [{ id: 'entitlements', verb: 'cases.work', useNeeds: useEntitlementNeeds }],
}
