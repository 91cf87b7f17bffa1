/** One's own account: rights in words, password, second factor, open sessions. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { workRoute } from '../../shell/routes.ts'
import type { Slice } from '../../shell/slice.ts'

const accountRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/account',
  component: lazyRouteComponent(() => import('./AccountPage.tsx'), 'AccountPage'),
})
const rightsRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/account/rights',
  component: lazyRouteComponent(() => import('./RightsPage.tsx'), 'RightsPage'),
})
const sessionsRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/account/sessions',
  component: lazyRouteComponent(() => import('./SessionsPage.tsx'), 'SessionsPage'),
})

export const account: Slice = { work: [accountRoute, rightsRoute, sessionsRoute] }
