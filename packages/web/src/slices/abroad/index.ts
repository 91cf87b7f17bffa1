/** People believed to be abroad: who, where, told by whom, and what is still missing before they can come home. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { workRoute } from '../../shell/routes.ts'
import type { Slice } from '../../shell/slice.ts'

const listRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/abroad',
  component: lazyRouteComponent(() => import('./ListPage.tsx'), 'ListPage'),
})
const newRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/abroad/new',
  component: lazyRouteComponent(() => import('./NewPage.tsx'), 'NewPage'),
})
const countsRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/abroad/numbers',
  component: lazyRouteComponent(() => import('./CountsPage.tsx'), 'CountsPage'),
})
const abroadRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/abroad/$id',
  component: lazyRouteComponent(() => import('./AbroadPage.tsx'), 'AbroadPage'),
})

export const abroad: Slice = {
  work: [listRoute, newRoute, countsRoute, abroadRoute],
}
