/** What the frame shows of requests: the list with its count, and those that need me. */
import { IconScale, IconSend2 } from '@tabler/icons-react'
import type { SliceFrame } from '../../shell/slice.ts'
import { useWaiting } from './api.ts'
import { useAskedNeeds, useWaitingNeeds } from './needs.tsx'

export const approvalsFrame: SliceFrame = {
  nav: [
    {
      path: '/approvals',
      icon: IconScale,
      label: 'approvals.title',
      verb: 'approvals.decide',
      place: 'main',
      useCount: useWaiting,
    },
    // Whoever decides has this list one tap away; it is an entry of its own for those who only ask.
    {
      path: '/approvals/mine',
      icon: IconSend2,
      label: 'approvals.mine',
      verb: 'approvals.ask',
      place: 'more',
    },
  ],
  needs: [
    { id: 'approvals.waiting', verb: 'approvals.decide', useNeeds: useWaitingNeeds },
    { id: 'approvals.mine', verb: 'approvals.ask', useNeeds: useAskedNeeds },
  ],
}
