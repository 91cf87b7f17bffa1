/** Cases for other programs: the page on which one is brought from a file. The way out stands beside a case. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { workRoute } from '../../shell/routes.ts'
import type { Slice } from '../../shell/slice.ts'

const bringRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/cases/bring',
  component: lazyRouteComponent(() => import('./BringPage.tsx'), 'BringPage'),
})

export const fhir: Slice = { work: [bringRoute] }
