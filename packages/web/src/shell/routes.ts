/** The two trunks of all pages: open to anybody, and inside the shell. Slices hang their routes on them. */
import { createRootRoute, createRoute, lazyRouteComponent, Outlet } from '@tanstack/react-router'
import { askSession } from '../api.ts'
import { addWords } from '../i18n/language.ts'
import { OpenLayout } from './OpenLayout.tsx'

export const rootRoute = createRootRoute({ component: Outlet })

export const openRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'open',
  // Small, and part of the first page: asked for by itself it would come a way there and back later.
  component: OpenLayout,
})

export const workRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'work',
  // Both begin before the frame has arrived; it is drawn when its words are there.
  loader: () => {
    askSession()
    return addWords('work')
  },
  component: lazyRouteComponent(() => import('./WorkLayout.tsx'), 'WorkLayout'),
})
