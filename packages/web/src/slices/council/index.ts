/** The Council at the hub: sessions and events, its bodies, parties and delegations. */
import { IconBuildingCommunity, IconCalendarPlus, IconUsersGroup } from '@tabler/icons-react'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { workRoute } from '../../shell/routes.ts'
import type { Slice } from '../../shell/slice.ts'

const page = <Path extends string>(path: Path, component: ReturnType<typeof lazyRouteComponent>) =>
  createRoute({ getParentRoute: () => workRoute, path, component })

export const council: Slice = {
  work: [
    page(
      '/sessions',
      lazyRouteComponent(() => import('./sessions/SessionsPage.tsx'), 'SessionsPage'),
    ),
    page(
      '/sessions/new',
      lazyRouteComponent(() => import('./sessions/SessionFormPage.tsx'), 'NewSessionPage'),
    ),
    page(
      '/sessions/$id',
      lazyRouteComponent(() => import('./sessions/SessionPage.tsx'), 'SessionPage'),
    ),
    page(
      '/sessions/$id/edit',
      lazyRouteComponent(() => import('./sessions/SessionFormPage.tsx'), 'EditSessionPage'),
    ),
    page(
      '/council',
      lazyRouteComponent(() => import('./bodies/CouncilPage.tsx'), 'CouncilPage'),
    ),
    page(
      '/council/bodies/$id',
      lazyRouteComponent(() => import('./bodies/BodyPage.tsx'), 'BodyPage'),
    ),
    page(
      '/council/parties/$id',
      lazyRouteComponent(() => import('./bodies/PartyPage.tsx'), 'PartyPage'),
    ),
  ],
  nav: [
    {
      path: '/sessions',
      icon: IconBuildingCommunity,
      label: 'council.sessions',
      verb: 'council.read',
      place: 'main',
      tab: true,
    },
    { path: '/council', icon: IconUsersGroup, label: 'council.council', verb: 'council.read', place: 'main' },
  ],
  acts: [
    { path: '/sessions/new', icon: IconCalendarPlus, label: 'council.session.new', verb: 'council.prepare' },
  ],
}
