/** The Council at the hub: sessions and events, decisions, its bodies, parties and delegations. */
import {
  IconBuildingCommunity,
  IconCalendarPlus,
  IconFlag,
  IconScale,
  IconUsersGroup,
} from '@tabler/icons-react'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { workRoute } from '../../shell/routes.ts'
import type { Slice } from '../../shell/slice.ts'
import { useLateActions } from './actions/api.ts'
import { useOpenDecisions } from './decisions/api.ts'
import { useDecisionNeeds } from './decisions/needs.tsx'

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
      '/sessions/$id/speakers',
      lazyRouteComponent(() => import('./agenda/SpeakersPage.tsx'), 'SpeakersPage'),
    ),
    page(
      '/decisions',
      lazyRouteComponent(() => import('./decisions/DecisionsPage.tsx'), 'DecisionsPage'),
    ),
    page(
      '/decisions/new',
      lazyRouteComponent(() => import('./decisions/DecisionFormPage.tsx'), 'NewDecisionPage'),
    ),
    page(
      '/decisions/$id',
      lazyRouteComponent(() => import('./decisions/DecisionPage.tsx'), 'DecisionPage'),
    ),
    page(
      '/decisions/$id/edit',
      lazyRouteComponent(() => import('./decisions/DecisionFormPage.tsx'), 'EditDecisionPage'),
    ),
    page(
      '/actions',
      lazyRouteComponent(() => import('./actions/ActionsPage.tsx'), 'ActionsPage'),
    ),
    page(
      '/actions/$id',
      lazyRouteComponent(() => import('./actions/ActionPage.tsx'), 'ActionPage'),
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
    {
      path: '/decisions',
      icon: IconScale,
      label: 'council.decisions',
      verb: 'council.read',
      place: 'main',
      tab: true,
      useCount: useOpenDecisions,
    },
    {
      path: '/actions',
      icon: IconFlag,
      label: 'council.actions',
      verb: 'council.read',
      place: 'main',
      useCount: useLateActions,
    },
    { path: '/council', icon: IconUsersGroup, label: 'council.council', verb: 'council.read', place: 'main' },
  ],
  acts: [
    { path: '/sessions/new', icon: IconCalendarPlus, label: 'council.session.new', verb: 'council.prepare' },
    { path: '/decisions/new', icon: IconScale, label: 'council.decision.new', verb: 'council.prepare' },
  ],
  needs: [{ id: 'council', verb: 'council.speak', useNeeds: useDecisionNeeds }],
}
