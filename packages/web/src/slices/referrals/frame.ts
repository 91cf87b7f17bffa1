/** What the frame shows of referrals: the ways to them, and what of them waits on Today. */
import { IconArrowForwardUp, IconInbox } from '@tabler/icons-react'
import type { SliceFrame } from '../../shell/slice.ts'
import { useAskedNeeds, useReferralNeeds } from './needs.tsx'

export const referralsFrame: SliceFrame = {
  nav: [
    {
      path: '/referrals',
      icon: IconArrowForwardUp,
      label: 'referrals.title',
      verb: 'referrals.make',
      place: 'main',
    },
    { path: '/asked', icon: IconInbox, label: 'referrals.asked', verb: 'referrals.answer', place: 'main' },
  ],
  needs: [
    { id: 'referrals', verb: 'referrals.make', useNeeds: useReferralNeeds },
    { id: 'asked', verb: 'referrals.answer', useNeeds: useAskedNeeds },
  ],
}
