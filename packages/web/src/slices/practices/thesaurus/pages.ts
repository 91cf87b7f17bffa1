/** Pages of the thesaurus, for those who keep it: all concepts, one of them, a new one, and a file taken in. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { workRoute } from '../../../shell/routes.ts'

const page = <Path extends string>(path: Path, component: ReturnType<typeof lazyRouteComponent>) =>
  createRoute({ getParentRoute: () => workRoute, path, component })

export const thesaurusPages = [
  page(
    '/thesaurus',
    lazyRouteComponent(() => import('./ThesaurusPage.tsx'), 'ThesaurusPage'),
  ),
  page(
    '/thesaurus/new',
    lazyRouteComponent(() => import('./NewConceptPage.tsx'), 'NewConceptPage'),
  ),
  page(
    '/thesaurus/import',
    lazyRouteComponent(() => import('./FilePage.tsx'), 'FilePage'),
  ),
  page(
    '/thesaurus/concepts/$id',
    lazyRouteComponent(() => import('./ConceptPage.tsx'), 'ConceptPage'),
  ),
]
