/** The exchange at a national node: practices of the region, as the hub has published them. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { workRoute } from '../../shell/routes.ts'
import type { Slice } from '../../shell/slice.ts'

const listRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/exchange/practices',
  component: lazyRouteComponent(() => import('./ListPage.tsx'), 'ListPage'),
})
const oneRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/exchange/practices/$id',
  component: lazyRouteComponent(() => import('./OnePage.tsx'), 'OnePage'),
})

export const exchange: Slice = { work: [listRoute, oneRoute] }
