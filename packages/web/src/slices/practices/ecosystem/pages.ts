/** Pages of what the library takes from outside and gives away: bringing practices in, libraries elsewhere. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { workRoute } from '../../../shell/routes.ts'

export const ecosystemPages = [
  createRoute({
    getParentRoute: () => workRoute,
    path: '/practices/import',
    component: lazyRouteComponent(() => import('./ImportPage.tsx'), 'ImportPage'),
  }),
  createRoute({
    getParentRoute: () => workRoute,
    path: '/libraries',
    component: lazyRouteComponent(() => import('./ElsewherePage.tsx'), 'ElsewherePage'),
  }),
]
