/** Pages of lists that somebody sent for an operation: bringing one, and deciding it row by row. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { workRoute } from '../../../shell/routes.ts'

const listsRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/operations/$id/imports',
  component: lazyRouteComponent(() => import('./ListsPage.tsx'), 'ListsPage'),
})
const listRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/operations/$id/imports/$list',
  component: lazyRouteComponent(() => import('./ListPage.tsx'), 'ListPage'),
})

export const importPages = [listsRoute, listRoute]
