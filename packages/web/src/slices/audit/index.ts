/** The log: who saw or did what, and why. Its search is for those who watch over the node. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { workRoute } from '../../shell/routes.ts'
import type { Slice } from '../../shell/slice.ts'

const auditRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/audit',
  component: lazyRouteComponent(() => import('./AuditPage.tsx'), 'AuditPage'),
})

export const audit: Slice = {
  work: [auditRoute],
}
