/** The directory of services: the list, one service, its form, and the directory as a file. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { workRoute } from '../../shell/routes.ts'
import type { Slice } from '../../shell/slice.ts'

const listRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/services',
  component: lazyRouteComponent(() => import('./ListPage.tsx'), 'ListPage'),
})
const newRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/services/new',
  component: lazyRouteComponent(() => import('./FormPage.tsx'), 'NewServicePage'),
})
const bringRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/services/bring',
  component: lazyRouteComponent(() => import('./BringPage.tsx'), 'BringPage'),
})
const areasRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/services/areas',
  component: lazyRouteComponent(() => import('./AreasPage.tsx'), 'AreasPage'),
})
const mapRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/services/map',
  component: lazyRouteComponent(() => import('./MapPage.tsx'), 'MapPage'),
})
const oneRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/services/$id',
  component: lazyRouteComponent(() => import('./ServicePage.tsx'), 'ServicePage'),
})
const changeRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/services/$id/change',
  component: lazyRouteComponent(() => import('./FormPage.tsx'), 'ChangeServicePage'),
})

export const services: Slice = {
  work: [listRoute, newRoute, bringRoute, areasRoute, mapRoute, oneRoute, changeRoute],
}
