/** Requests that need a second person: those that wait for me, those I made, and what was decided. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { workRoute } from '../../shell/routes.ts'
import type { Slice } from '../../shell/slice.ts'

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
}
