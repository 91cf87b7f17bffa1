/** Pages of the shell itself: what needs me, and everything else a phone has no tab for. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { NotHere } from '../ui/NotHere.tsx'
import { workRoute } from './routes.ts'
import type { Slice } from './slice.ts'

const todayRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/today',
  component: lazyRouteComponent(() => import('./TodayPage.tsx'), 'TodayPage'),
})
const moreRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/more',
  component: lazyRouteComponent(() => import('./MorePage.tsx'), 'MorePage'),
})
// Any other address is asked for like one that exists: a stranger learns nothing from the difference.
const otherRoute = createRoute({ getParentRoute: () => workRoute, path: '$', component: NotHere })

export const today: Slice = { work: [todayRoute, moreRoute, otherRoute] }
