/** Reception: houses, rooms, who sleeps where, and who came and has no bed yet. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { workRoute } from '../../shell/routes.ts'
import type { Slice } from '../../shell/slice.ts'

const listRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/reception',
  component: lazyRouteComponent(() => import('./HousesPage.tsx'), 'HousesPage'),
})
const houseRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/reception/$id',
  component: lazyRouteComponent(() => import('./HousePage.tsx'), 'HousePage'),
})

export const reception: Slice = {
  work: [listRoute, houseRoute],
}
