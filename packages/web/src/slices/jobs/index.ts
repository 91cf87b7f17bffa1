/** Background work of the node and how it stands, for those who keep it running. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { workRoute } from '../../shell/routes.ts'
import type { Slice } from '../../shell/slice.ts'

const jobsRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/administration/jobs',
  component: lazyRouteComponent(() => import('./JobsPage.tsx'), 'JobsPage'),
})

const nodeRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/administration/node',
  component: lazyRouteComponent(() => import('./NodePage.tsx'), 'NodePage'),
})

export const jobs: Slice = {
  work: [jobsRoute, nodeRoute],
}
