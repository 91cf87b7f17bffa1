/** What a case keeps of a life: what waits in the lives of many. One person's stands on their page. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { workRoute } from '../../shell/routes.ts'
import type { Slice } from '../../shell/slice.ts'

const listRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/situation',
  component: lazyRouteComponent(() => import('./ListPage.tsx'), 'ListPage'),
})

export const situation: Slice = { work: [listRoute] }
