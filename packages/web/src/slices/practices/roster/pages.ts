/** Pages of the roster: the list, one entry, one's own, deployments. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { workRoute } from '../../../shell/routes.ts'

const page = <Path extends string>(path: Path, component: ReturnType<typeof lazyRouteComponent>) =>
  createRoute({ getParentRoute: () => workRoute, path, component })

export const rosterPages = [
  page(
    '/roster',
    lazyRouteComponent(() => import('./RosterPage.tsx'), 'RosterPage'),
  ),
  page(
    '/roster/mine',
    lazyRouteComponent(() => import('./MyEntryPage.tsx'), 'MyEntryPage'),
  ),
  page(
    '/roster/deployments',
    lazyRouteComponent(() => import('./DeploymentsPage.tsx'), 'DeploymentsPage'),
  ),
  page(
    '/roster/$id',
    lazyRouteComponent(() => import('./EntryPage.tsx'), 'EntryPage'),
  ),
]
