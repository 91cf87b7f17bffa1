/** Casework: the obstacle log, and the page of one obstacle. Notes and concerns stand on the pages of people and cases. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { workRoute } from '../../shell/routes.ts'
import type { Slice } from '../../shell/slice.ts'

const listRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/obstacles',
  component: lazyRouteComponent(() => import('./obstacles/ListPage.tsx'), 'ListPage'),
})
const oneRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/obstacles/$id',
  component: lazyRouteComponent(() => import('./obstacles/ObstaclePage.tsx'), 'ObstaclePage'),
})

const calendarRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/calendar',
  component: lazyRouteComponent(() => import('./visits/CalendarPage.tsx'), 'CalendarPage'),
})

export const casework: Slice = {
  work: [listRoute, oneRoute, calendarRoute],
}
