/** Pages of the record: the list, one practice, writing one. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { workRoute } from '../../../shell/routes.ts'

const page = <Path extends string>(path: Path, component: ReturnType<typeof lazyRouteComponent>) =>
  createRoute({ getParentRoute: () => workRoute, path, component })

export const recordPages = [
  page(
    '/practices',
    lazyRouteComponent(() => import('./PracticesPage.tsx'), 'PracticesPage'),
  ),
  page(
    '/practices/new',
    lazyRouteComponent(() => import('./PracticeFormPage.tsx'), 'NewPracticePage'),
  ),
  page(
    '/practices/$id',
    lazyRouteComponent(() => import('./PracticePage.tsx'), 'PracticePage'),
  ),
  page(
    '/practices/$id/edit',
    lazyRouteComponent(() => import('./PracticeFormPage.tsx'), 'EditPracticePage'),
  ),
  page(
    '/practices/$id/editions',
    lazyRouteComponent(() => import('./EditionsPage.tsx'), 'EditionsPage'),
  ),
]
