/** The ways in: signing in, an invitation, a forgotten password. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { openRoute } from '../../shell/routes.ts'
import type { Slice } from '../../shell/slice.ts'

const signInRoute = createRoute({
  getParentRoute: () => openRoute,
  path: '/sign-in',
  component: lazyRouteComponent(() => import('./SignInPage.tsx'), 'SignInPage'),
})
const ssoRoute = createRoute({
  getParentRoute: () => openRoute,
  path: '/sign-in/sso',
  component: lazyRouteComponent(() => import('./SsoPage.tsx'), 'SsoPage'),
})
const invitationRoute = createRoute({
  getParentRoute: () => openRoute,
  path: '/invitation',
  component: lazyRouteComponent(() => import('./InvitationPage.tsx'), 'InvitationPage'),
})
const askResetRoute = createRoute({
  getParentRoute: () => openRoute,
  path: '/password/forgotten',
  component: lazyRouteComponent(() => import('./ForgottenPage.tsx'), 'ForgottenPage'),
})
const resetRoute = createRoute({
  getParentRoute: () => openRoute,
  path: '/password/reset',
  component: lazyRouteComponent(() => import('./ResetPage.tsx'), 'ResetPage'),
})

export const access: Slice = { open: [signInRoute, ssoRoute, invitationRoute, askResetRoute, resetRoute] }
