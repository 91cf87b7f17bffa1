/** Published figures of the hub: what sources state, side by side, and what does not add up. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { workRoute } from '../../shell/routes.ts'
import type { Slice } from '../../shell/slice.ts'

const listRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/figures',
  component: lazyRouteComponent(() => import('./FiguresPage.tsx'), 'FiguresPage'),
})
const newRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/figures/new',
  component: lazyRouteComponent(() => import('./NewPage.tsx'), 'NewPage'),
})
const statementRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/figures/$id',
  component: lazyRouteComponent(() => import('./StatementPage.tsx'), 'StatementPage'),
})

export const figures: Slice = {
  work: [listRoute, newRoute, statementRoute],
}
