/** Entitlements: what waits for offices, and the check-list of a person. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { workRoute } from '../../shell/routes.ts'
import type { Slice } from '../../shell/slice.ts'

const listRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/entitlements',
  component: lazyRouteComponent(() => import('./ListPage.tsx'), 'ListPage'),
})
const personRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/entitlements/of/$personId',
  component: lazyRouteComponent(() => import('./PersonPage.tsx'), 'PersonPage'),
})

export const entitlements: Slice = { work: [listRoute, personRoute] }
