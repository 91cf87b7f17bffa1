/** Files opened in an emergency. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { workRoute } from '../../shell/routes.ts'
import type { Slice } from '../../shell/slice.ts'

const listRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/glass',
  component: lazyRouteComponent(() => import('./ListPage.tsx'), 'ListPage'),
})
const openRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/glass/open',
  component: lazyRouteComponent(() => import('./OpenPage.tsx'), 'OpenPage'),
})
const oneRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/glass/$id',
  component: lazyRouteComponent(() => import('./OpeningPage.tsx'), 'OpeningPage'),
})

export const glass: Slice = { open: [], work: [listRoute, openRoute, oneRoute] }
