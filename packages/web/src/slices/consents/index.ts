/** Consent and sharing: what was said about one person, who was told, and what authorities ask. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { workRoute } from '../../shell/routes.ts'
import type { Slice } from '../../shell/slice.ts'

const ofPersonRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/sharing/of/$id',
  component: lazyRouteComponent(() => import('./OfPersonPage.tsx'), 'OfPersonPage'),
})
const registerRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/sharing',
  component: lazyRouteComponent(() => import('./sharing/RegisterPage.tsx'), 'RegisterPage'),
})
const disclosureRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/sharing/told/$id',
  component: lazyRouteComponent(() => import('./sharing/DisclosurePage.tsx'), 'DisclosurePage'),
})
const requestRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/sharing/requests/$id',
  component: lazyRouteComponent(() => import('./requests/RequestPage.tsx'), 'RequestPage'),
})

export const consents: Slice = {
  work: [registerRoute, ofPersonRoute, disclosureRoute, requestRoute],
}
