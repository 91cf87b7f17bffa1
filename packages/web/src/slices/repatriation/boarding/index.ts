/** Boarding and arrival, for a phone in one hand: with a line or without. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { workRoute } from '../../../shell/routes.ts'
import type { Slice } from '../../../shell/slice.ts'

const listRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/boarding',
  component: lazyRouteComponent(() => import('./ListPage.tsx'), 'ListPage'),
})
const legRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/operations/$id/board/$leg',
  component: lazyRouteComponent(() => import('./BoardPage.tsx'), 'BoardPage'),
})
const arrivalsRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/arrivals/$id',
  component: lazyRouteComponent(() => import('./BoardPage.tsx'), 'BoardPage'),
})

export const boarding: Slice = { work: [listRoute, legRoute, arrivalsRoute] }
