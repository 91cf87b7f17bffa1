/** Tasks: what is to be done, by whom and until when; about a person or about none. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { workRoute } from '../../shell/routes.ts'
import type { Slice } from '../../shell/slice.ts'

const listRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/tasks',
  component: lazyRouteComponent(() => import('./ListPage.tsx'), 'ListPage'),
})
const newRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/tasks/new',
  component: lazyRouteComponent(() => import('./NewPage.tsx'), 'NewPage'),
})
const taskRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/tasks/$id',
  component: lazyRouteComponent(() => import('./TaskPage.tsx'), 'TaskPage'),
})

export const tasks: Slice = {
  work: [listRoute, newRoute, taskRoute],
}
