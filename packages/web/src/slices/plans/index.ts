/** The plan of a case: its own page, and its cards on the pages of the case and the person. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { workRoute } from '../../shell/routes.ts'
import type { Slice } from '../../shell/slice.ts'

const planRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/cases/$id/plan',
  component: lazyRouteComponent(() => import('./PlanPage.tsx'), 'PlanPage'),
})

export const plans: Slice = {
  work: [planRoute],
}
