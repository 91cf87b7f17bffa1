/** The log: who saw or did what, and why. Its search is for those who watch over the node. */
import { IconEyeCheck } from '@tabler/icons-react'
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
  nav: [
    {
      path: '/audit',
      icon: IconEyeCheck,
      label: 'audit.title',
      verb: 'audit.search',
      place: 'main',
      tab: true,
    },
  ],
}
