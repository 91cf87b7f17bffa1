/** Papers: which are missing, what they keep closed, the way to each, and the list of the longest waits. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { workRoute } from '../../shell/routes.ts'
import type { Slice } from '../../shell/slice.ts'

const listRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/papers',
  component: lazyRouteComponent(() => import('./ListPage.tsx'), 'ListPage'),
})
const newRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/papers/new',
  component: lazyRouteComponent(() => import('./NewPage.tsx'), 'NewPage'),
})
const paperRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/papers/$id',
  component: lazyRouteComponent(() => import('./PaperPage.tsx'), 'PaperPage'),
})
const editRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/papers/$id/edit',
  component: lazyRouteComponent(() => import('./EditPage.tsx'), 'EditPage'),
})

export const papers: Slice = {
  work: [listRoute, newRoute, paperRoute, editRoute],
}
