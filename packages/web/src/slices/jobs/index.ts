/** Background work of the node, for those who keep it running. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { workRoute } from '../../shell/routes.ts'
import type { Slice } from '../../shell/slice.ts'

const jobsRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/administration/jobs',
  component: lazyRouteComponent(() => import('./JobsPage.tsx'), 'JobsPage'),
})

export const jobs: Slice = {
  work: [jobsRoute],
}
