/** Pages of an operation. Each of its tabs is an address of its own. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { workRoute } from '../../../shell/routes.ts'

const page = <Path extends string>(path: Path, component: ReturnType<typeof lazyRouteComponent>) =>
  createRoute({ getParentRoute: () => workRoute, path, component })

export const operationPages = [
  page(
    '/operations',
    lazyRouteComponent(() => import('./ListPage.tsx'), 'ListPage'),
  ),
  page(
    '/operations/new',
    lazyRouteComponent(() => import('./PlanPage.tsx'), 'NewPage'),
  ),
  page(
    '/operations/$id',
    lazyRouteComponent(() => import('./people/PeoplePage.tsx'), 'PeoplePage'),
  ),
  page(
    '/operations/$id/edit',
    lazyRouteComponent(() => import('./PlanPage.tsx'), 'EditPage'),
  ),
  page(
    '/operations/$id/add',
    lazyRouteComponent(() => import('./people/AddPage.tsx'), 'AddPage'),
  ),
  page(
    '/operations/$id/people/$line',
    lazyRouteComponent(() => import('./line/LinePage.tsx'), 'LinePage'),
  ),
  page(
    '/operations/$id/legs',
    lazyRouteComponent(() => import('./legs/LegsPage.tsx'), 'LegsPage'),
  ),
  page(
    '/operations/$id/readiness',
    lazyRouteComponent(() => import('./readiness/ReadinessPage.tsx'), 'ReadinessPage'),
  ),
  page(
    '/operations/$id/versions',
    lazyRouteComponent(() => import('./VersionsPage.tsx'), 'VersionsPage'),
  ),
  page(
    '/operations/$id/summary',
    lazyRouteComponent(() => import('./summary/SummaryPage.tsx'), 'SummaryPage'),
  ),
]
