/** Assessments: those of a person side by side, one of them, and what an administrator keeps for questionnaires. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { workRoute } from '../../shell/routes.ts'
import type { Slice } from '../../shell/slice.ts'

const ofPersonRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/assessments/of/$id',
  component: lazyRouteComponent(() => import('./OfPersonPage.tsx'), 'OfPersonPage'),
})
const oneRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/assessments/$id',
  component: lazyRouteComponent(() => import('./AssessmentPage.tsx'), 'AssessmentPage'),
})
const instrumentsRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/instruments',
  component: lazyRouteComponent(() => import('./InstrumentsPage.tsx'), 'InstrumentsPage'),
})

export const assessments: Slice = {
  work: [ofPersonRoute, oneRoute, instrumentsRoute],
}
