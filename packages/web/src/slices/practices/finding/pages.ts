/** The page of finding practices. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { workRoute } from '../../../shell/routes.ts'

export const findingPages = [
  createRoute({
    getParentRoute: () => workRoute,
    path: '/practices/search',
    component: lazyRouteComponent(() => import('./FindPage.tsx'), 'FindPage'),
  }),
]
