/** Handing people over from reception, or without it, to those who care for them from then on. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { workRoute } from '../../shell/routes.ts'
import type { Slice } from '../../shell/slice.ts'

const newRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/handovers/new',
  component: lazyRouteComponent(() => import('./NewPage.tsx'), 'NewPage'),
})
const oneRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/handovers/$id',
  component: lazyRouteComponent(() => import('./HandoverPage.tsx'), 'HandoverPage'),
})

export const handovers: Slice = {
  work: [newRoute, oneRoute],
}
