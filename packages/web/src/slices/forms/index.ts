/** Forms: those of a person with the next one first, and one of them, page by page. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { workRoute } from '../../shell/routes.ts'
import type { Slice } from '../../shell/slice.ts'

const ofPersonRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/forms/of/$id',
  component: lazyRouteComponent(() => import('./OfPersonPage.tsx'), 'OfPersonPage'),
})
const oneRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/forms/$id',
  component: lazyRouteComponent(() => import('./FormPage.tsx'), 'FormPage'),
})

export const forms: Slice = {
  work: [ofPersonRoute, oneRoute],
}
