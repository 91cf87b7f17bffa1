/** Notices: the bell with its count, the list, and when a mail says that something waits. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { workRoute } from '../../shell/routes.ts'
import type { Slice } from '../../shell/slice.ts'

const listRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/notifications',
  component: lazyRouteComponent(() => import('./ListPage.tsx'), 'ListPage'),
})
const settingsRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/notifications/settings',
  component: lazyRouteComponent(() => import('./SettingsPage.tsx'), 'SettingsPage'),
})

export const notifications: Slice = {
  work: [listRoute, settingsRoute],
}
