/** Meetings: those that one is asked to, one conference, and one assessment of a child's best interests with its panel. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { workRoute } from '../../shell/routes.ts'
import type { Slice } from '../../shell/slice.ts'

const mineRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/conferences',
  component: lazyRouteComponent(() => import('./conferences/MinePage.tsx'), 'MinePage'),
})
const conferenceRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/conferences/$id',
  component: lazyRouteComponent(() => import('./conferences/ConferencePage.tsx'), 'ConferencePage'),
})
const interestsRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/best-interests/$id',
  component: lazyRouteComponent(() => import('./interests/InterestsPage.tsx'), 'InterestsPage'),
})

export const meetings: Slice = {
  work: [mineRoute, conferenceRoute, interestsRoute],
}
