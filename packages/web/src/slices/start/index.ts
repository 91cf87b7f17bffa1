/** The first page: a region in a box with its doors, or the way to sign in. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { openRoute } from '../../shell/routes.ts'
import type { Slice } from '../../shell/slice.ts'
import { askStart } from './api.ts'
import { StartPage } from './StartPage.tsx'

const startRoute = createRoute({
  getParentRoute: () => openRoute,
  path: '/',
  loader: askStart,
  component: StartPage,
})
const enterRoute = createRoute({
  getParentRoute: () => openRoute,
  path: '/enter',
  component: lazyRouteComponent(() => import('./EnterPage.tsx'), 'EnterPage'),
})

export const start: Slice = { open: [startRoute, enterRoute] }
