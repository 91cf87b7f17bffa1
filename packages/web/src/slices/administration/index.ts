/** Accounts, agencies with their teams, and areas of this node. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { workRoute } from '../../shell/routes.ts'
import type { Slice } from '../../shell/slice.ts'

const accountsRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/accounts',
  component: lazyRouteComponent(() => import('./AccountsPage.tsx'), 'AccountsPage'),
})
const inviteRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/accounts/invite',
  component: lazyRouteComponent(() => import('./InvitePage.tsx'), 'InvitePage'),
})
const accountRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/accounts/$id',
  component: lazyRouteComponent(() => import('./AccountPage.tsx'), 'AccountPage'),
})
const agenciesRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/agencies',
  component: lazyRouteComponent(() => import('./AgenciesPage.tsx'), 'AgenciesPage'),
})
const areasRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/areas',
  component: lazyRouteComponent(() => import('./AreasPage.tsx'), 'AreasPage'),
})

const viewRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/administration/view',
  component: lazyRouteComponent(() => import('./ViewPage.tsx'), 'ViewPage'),
})

export const administration: Slice = {
  work: [accountsRoute, inviteRoute, accountRoute, agenciesRoute, areasRoute, viewRoute],
}
