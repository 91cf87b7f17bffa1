/** The Council at the hub: sessions and events, decisions, its bodies, parties and delegations. */
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
      '/sessions/$id/speakers',
      lazyRouteComponent(() => import('./agenda/SpeakersPage.tsx'), 'SpeakersPage'),
    ),
    page(
      '/sessions/$id/statements/new',
      lazyRouteComponent(() => import('./record/StatementFormPage.tsx'), 'StatementFormPage'),
    ),
    page(
      '/sessions/$id/digest',
      lazyRouteComponent(() => import('./digest/DigestPage.tsx'), 'DigestPage'),
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
      '/documents',
      lazyRouteComponent(() => import('./documents/DocumentsPage.tsx'), 'DocumentsPage'),
    ),
    page(
      '/documents/new',
      lazyRouteComponent(() => import('./documents/NewDocumentPage.tsx'), 'NewDocumentPage'),
    ),
    page(
      '/documents/$id',
      lazyRouteComponent(() => import('./documents/DocumentPage.tsx'), 'DocumentPage'),
    ),
    page(
      '/documents/$id/write/$language',
      lazyRouteComponent(() => import('./documents/edit/WriteTextPage.tsx'), 'WriteTextPage'),
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
      '/external-plans',
      lazyRouteComponent(() => import('./plans/PlansPage.tsx'), 'PlansPage'),
    ),
    page(
      '/external-plans/$name',
      lazyRouteComponent(() => import('./plans/PlanPage.tsx'), 'PlanPage'),
    ),
    page(
      '/initiatives',
      lazyRouteComponent(() => import('./initiatives/InitiativesPage.tsx'), 'InitiativesPage'),
    ),
    page(
      '/initiatives/matrix',
      lazyRouteComponent(() => import('./initiatives/MatrixPage.tsx'), 'MatrixPage'),
    ),
    page(
      '/initiatives/import',
      lazyRouteComponent(() => import('./initiatives/ImportPage.tsx'), 'ImportPage'),
    ),
    page(
      '/initiatives/pillars',
      lazyRouteComponent(() => import('./initiatives/PillarsPage.tsx'), 'PillarsPage'),
    ),
    page(
      '/initiatives/new',
      lazyRouteComponent(() => import('./initiatives/InitiativeFormPage.tsx'), 'NewInitiativePage'),
    ),
    page(
      '/initiatives/$id',
      lazyRouteComponent(() => import('./initiatives/InitiativePage.tsx'), 'InitiativePage'),
    ),
    page(
      '/initiatives/$id/edit',
      lazyRouteComponent(() => import('./initiatives/InitiativeFormPage.tsx'), 'EditInitiativePage'),
    ),
    page(
      '/results',
      lazyRouteComponent(() => import('./results/ResultsPage.tsx'), 'ResultsPage'),
    ),
    page(
      '/results/$id',
      lazyRouteComponent(() => import('./results/IndicatorPage.tsx'), 'IndicatorPage'),
    ),
    page(
      '/offers',
      lazyRouteComponent(() => import('./offers/OffersPage.tsx'), 'OffersPage'),
    ),
    page(
      '/offers/$id',
      lazyRouteComponent(() => import('./offers/OfferPage.tsx'), 'OfferPage'),
    ),
    page(
      '/requests',
      lazyRouteComponent(() => import('./requests/RequestsPage.tsx'), 'RequestsPage'),
    ),
    page(
      '/requests/new',
      lazyRouteComponent(() => import('./requests/NewRequestPage.tsx'), 'NewRequestPage'),
    ),
    page(
      '/requests/$id',
      lazyRouteComponent(() => import('./requests/RequestPage.tsx'), 'RequestPage'),
    ),
    page(
      '/answers',
      lazyRouteComponent(() => import('./requests/AnswersPage.tsx'), 'AnswersPage'),
    ),
    page(
      '/focal-points',
      lazyRouteComponent(() => import('./focalPoints/FocalPointsPage.tsx'), 'FocalPointsPage'),
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
}
