/** The two trunks of all pages: open to anybody, and inside the shell. Slices hang their routes on them. */
import { createRootRoute, createRoute, lazyRouteComponent, Outlet } from '@tanstack/react-router'
import { askSession } from '../api.ts'

export const rootRoute = createRootRoute({ component: Outlet })

export const openRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'open',
  component: lazyRouteComponent(() => import('./OpenLayout.tsx'), 'OpenLayout'),
})

export const workRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'work',
  loader: askSession,
  component: lazyRouteComponent(() => import('./WorkLayout.tsx'), 'WorkLayout'),
})
