/** Transfers: asking another team or agency to take a case over, and answering when one is asked. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { workRoute } from '../../shell/routes.ts'
import type { Slice } from '../../shell/slice.ts'

const askRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/cases/$id/transfer',
  component: lazyRouteComponent(() => import('./AskPage.tsx'), 'AskPage'),
})
const offersRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/offered',
  component: lazyRouteComponent(() => import('./OffersPage.tsx'), 'OffersPage'),
})
const offerRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/offered/$id',
  component: lazyRouteComponent(() => import('./OfferPage.tsx'), 'OfferPage'),
})

export const transfers: Slice = { work: [askRoute, offersRoute, offerRoute] }
