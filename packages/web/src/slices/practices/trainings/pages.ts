/** Pages of trainings: what is held, the board, the catalogue, needs and what is missing. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { workRoute } from '../../../shell/routes.ts'

const page = <Path extends string>(path: Path, component: ReturnType<typeof lazyRouteComponent>) =>
  createRoute({ getParentRoute: () => workRoute, path, component })

export const trainingPages = [
  page(
    '/trainings',
    lazyRouteComponent(() => import('./events/EventsPage.tsx'), 'EventsPage'),
  ),
  page(
    '/trainings/new',
    lazyRouteComponent(() => import('./events/EventFormPage.tsx'), 'NewEventPage'),
  ),
  page(
    '/trainings/board',
    lazyRouteComponent(() => import('./board/BoardPage.tsx'), 'BoardPage'),
  ),
  page(
    '/trainings/board/$id',
    lazyRouteComponent(() => import('./board/WishPage.tsx'), 'WishPage'),
  ),
  page(
    '/trainings/catalogue',
    lazyRouteComponent(() => import('./catalogue/CataloguePage.tsx'), 'CataloguePage'),
  ),
  page(
    '/trainings/catalogue/new',
    lazyRouteComponent(() => import('./catalogue/CurriculumFormPage.tsx'), 'NewCurriculumPage'),
  ),
  page(
    '/trainings/catalogue/$id',
    lazyRouteComponent(() => import('./catalogue/CurriculumPage.tsx'), 'CurriculumPage'),
  ),
  page(
    '/trainings/catalogue/$id/edit',
    lazyRouteComponent(() => import('./catalogue/CurriculumFormPage.tsx'), 'EditCurriculumPage'),
  ),
  page(
    '/trainings/needs',
    lazyRouteComponent(() => import('./needs/NeedsPage.tsx'), 'NeedsPage'),
  ),
  page(
    '/trainings/needs/answer',
    lazyRouteComponent(() => import('./needs/AnswerPage.tsx'), 'AnswerPage'),
  ),
  page(
    '/trainings/gaps',
    lazyRouteComponent(() => import('./needs/GapsPage.tsx'), 'GapsPage'),
  ),
  page(
    '/trainings/$id',
    lazyRouteComponent(() => import('./events/EventPage.tsx'), 'EventPage'),
  ),
  page(
    '/trainings/$id/edit',
    lazyRouteComponent(() => import('./events/EventFormPage.tsx'), 'EditEventPage'),
  ),
  page(
    '/trainings/$id/programme',
    lazyRouteComponent(() => import('./events/ProgrammePage.tsx'), 'ProgrammePage'),
  ),
  page(
    '/trainings/$id/attendance',
    lazyRouteComponent(() => import('./attendance/AttendancePage.tsx'), 'AttendancePage'),
  ),
  page(
    '/trainings/$id/questions',
    lazyRouteComponent(() => import('./after/QuestionsPage.tsx'), 'QuestionsPage'),
  ),
  page(
    '/trainings/$id/lessons',
    lazyRouteComponent(() => import('./after/LessonsPage.tsx'), 'LessonsPage'),
  ),
]
