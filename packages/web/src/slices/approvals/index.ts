/** Requests that need a second person: those that wait for me, those I made, and what was decided. */
import { IconScale, IconSend2 } from '@tabler/icons-react'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { workRoute } from '../../shell/routes.ts'
import type { Slice } from '../../shell/slice.ts'
import { useWaiting } from './api.ts'
import { useAskedNeeds, useWaitingNeeds } from './needs.tsx'

const lists = (path: string) =>
  createRoute({
    getParentRoute: () => workRoute,
    path,
    component: lazyRouteComponent(() => import('./ListPage.tsx'), 'ListPage'),
  })
const approvalRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/approvals/$id',
  component: lazyRouteComponent(() => import('./ApprovalPage.tsx'), 'ApprovalPage'),
})

export const approvals: Slice = {
  work: [lists('/approvals'), lists('/approvals/mine'), lists('/approvals/history'), approvalRoute],
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
