/** What waits on this device to be sent to the node. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { workRoute } from '../../shell/routes.ts'
import type { Slice } from '../../shell/slice.ts'

const waitingRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/waiting',
  component: lazyRouteComponent(() => import('./WaitingPage.tsx'), 'WaitingPage'),
})

export const waiting: Slice = { work: [waitingRoute] }
