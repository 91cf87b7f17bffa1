/** Referrals: of the sender, of the receiver inside, and the page on which somebody outside answers. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { addWords } from '../../i18n/language.ts'
import { openRoute, workRoute } from '../../shell/routes.ts'
import type { Slice } from '../../shell/slice.ts'

const listRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/referrals',
  component: lazyRouteComponent(() => import('./ListPage.tsx'), 'ListPage'),
})
const newRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/referrals/new/$personId',
  component: lazyRouteComponent(() => import('./NewPage.tsx'), 'NewPage'),
})
const oneRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/referrals/$id',
  component: lazyRouteComponent(() => import('./ReferralPage.tsx'), 'ReferralPage'),
})
const askedRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/asked',
  component: lazyRouteComponent(() => import('./asked/AskedList.tsx'), 'AskedListPage'),
})
const askedOneRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/asked/$id',
  component: lazyRouteComponent(() => import('./asked/AskedPage.tsx'), 'AskedPage'),
})
const answerRoute = createRoute({
  getParentRoute: () => openRoute,
  path: '/answer',
  loader: () => addWords('outside'),
  component: lazyRouteComponent(() => import('./outside/AnswerPage.tsx'), 'AnswerPage'),
})

export const referrals: Slice = {
  work: [listRoute, newRoute, oneRoute, askedRoute, askedOneRoute],
  open: [answerRoute],
}
