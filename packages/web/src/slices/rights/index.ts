/** Rights of families: explained and open to everybody; complaints, for who handles them. */
import { createRoute, lazyRouteComponent, Outlet } from '@tanstack/react-router'
import { addWords } from '../../i18n/language.ts'
import { openRoute, workRoute } from '../../shell/routes.ts'
import type { Slice } from '../../shell/slice.ts'

/** Words of their own: whoever signs in does not wait for them, and a family does not wait for all others. */
const wordsRoute = createRoute({
  getParentRoute: () => openRoute,
  id: 'rights',
  loader: () => addWords('rights'),
  component: Outlet,
})
const rightsRoute = createRoute({
  getParentRoute: () => wordsRoute,
  path: '/your-rights',
  component: lazyRouteComponent(() => import('./open/RightsPage.tsx'), 'RightsPage'),
})
const complainRoute = createRoute({
  getParentRoute: () => wordsRoute,
  path: '/complain',
  component: lazyRouteComponent(() => import('./open/ComplainPage.tsx'), 'ComplainPage'),
})
const codeRoute = createRoute({
  getParentRoute: () => wordsRoute,
  path: '/complain/answer',
  component: lazyRouteComponent(() => import('./open/AnswerPage.tsx'), 'AnswerPage'),
})
const listRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/complaints',
  component: lazyRouteComponent(() => import('./complaints/ListPage.tsx'), 'ListPage'),
})
const oneRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/complaints/$id',
  component: lazyRouteComponent(() => import('./complaints/ComplaintPage.tsx'), 'ComplaintPage'),
})

const fileRoute = createRoute({
  getParentRoute: () => wordsRoute,
  path: '/your-file',
  // What is held is told in the words of all screens.
  loader: () => addWords('work'),
  component: lazyRouteComponent(() => import('./open/FilePage.tsx'), 'FilePage'),
})
const requestRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/file-requests/$id',
  component: lazyRouteComponent(() => import('./files/FilePage.tsx'), 'FilePage'),
})

const retentionRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/retention',
  component: lazyRouteComponent(() => import('./retention/RetentionPage.tsx'), 'RetentionPage'),
})

export const rights: Slice = {
  open: [wordsRoute.addChildren([rightsRoute, complainRoute, codeRoute, fileRoute])],
  work: [listRoute, oneRoute, requestRoute, retentionRoute],
}
