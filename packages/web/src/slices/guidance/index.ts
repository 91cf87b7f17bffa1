/** Guidance at a national node: decisions of the Council for the work here. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { workRoute } from '../../shell/routes.ts'
import type { Slice } from '../../shell/slice.ts'

const listRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/guidance',
  component: lazyRouteComponent(() => import('./ListPage.tsx'), 'ListPage'),
})
const oneRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/guidance/$id',
  component: lazyRouteComponent(() => import('./OnePage.tsx'), 'OnePage'),
})

export const guidance: Slice = { work: [listRoute, oneRoute] }
