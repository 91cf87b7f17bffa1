/** Pages of questions and of keeping them in order. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { workRoute } from '../../../shell/routes.ts'

const page = <Path extends string>(path: Path, component: ReturnType<typeof lazyRouteComponent>) =>
  createRoute({ getParentRoute: () => workRoute, path, component })

export const questionPages = [
  page(
    '/questions',
    lazyRouteComponent(() => import('./QuestionsPage.tsx'), 'QuestionsPage'),
  ),
  page(
    '/questions/new',
    lazyRouteComponent(() => import('./NewQuestionPage.tsx'), 'NewQuestionPage'),
  ),
  page(
    '/questions/moderation',
    lazyRouteComponent(() => import('./ModerationPage.tsx'), 'ModerationPage'),
  ),
  page(
    '/questions/$id',
    lazyRouteComponent(() => import('./QuestionPage.tsx'), 'QuestionPage'),
  ),
]
