/** Cases: the queue of one's work, and the page of one case with where it stands. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { workRoute } from '../../shell/routes.ts'
import type { Slice } from '../../shell/slice.ts'

const listRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/cases',
  component: lazyRouteComponent(() => import('./ListPage.tsx'), 'ListPage'),
})
const caseRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/cases/$id',
  component: lazyRouteComponent(() => import('./CasePage.tsx'), 'CasePage'),
})

export const cases: Slice = {
  work: [listRoute, caseRoute],
}
