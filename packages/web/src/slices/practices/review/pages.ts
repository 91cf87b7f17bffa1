/** Pages of the review: one practice's, what a reviewer says of themselves, and everybody who may be asked. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { workRoute } from '../../../shell/routes.ts'

const page = <Path extends string>(path: Path, component: ReturnType<typeof lazyRouteComponent>) =>
  createRoute({ getParentRoute: () => workRoute, path, component })

export const reviewPages = [
  page(
    '/practices/$id/review',
    lazyRouteComponent(() => import('./ReviewPage.tsx'), 'ReviewPage'),
  ),
  page(
    '/practices/reviewer',
    lazyRouteComponent(() => import('./ReviewerPage.tsx'), 'ReviewerPage'),
  ),
  page(
    '/practices/reviewers',
    lazyRouteComponent(() => import('./ReviewersPage.tsx'), 'ReviewersPage'),
  ),
  page(
    '/practices/reviewers/$id',
    lazyRouteComponent(() => import('./OneReviewerPage.tsx'), 'OneReviewerPage'),
  ),
]
