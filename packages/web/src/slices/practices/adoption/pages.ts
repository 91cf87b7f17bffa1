/** Pages of what becomes of practices: where they are used, collections, one's own reading list. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { workRoute } from '../../../shell/routes.ts'

const page = <Path extends string>(path: Path, component: ReturnType<typeof lazyRouteComponent>) =>
  createRoute({ getParentRoute: () => workRoute, path, component })

export const usePages = [
  page(
    '/adoptions',
    lazyRouteComponent(() => import('./AdoptionsPage.tsx'), 'AdoptionsPage'),
  ),
  page(
    '/adoptions/$id',
    lazyRouteComponent(() => import('./AdoptionPage.tsx'), 'AdoptionPage'),
  ),
  page(
    '/collections',
    lazyRouteComponent(() => import('../collections/CollectionsPage.tsx'), 'CollectionsPage'),
  ),
  page(
    '/collections/new',
    lazyRouteComponent(() => import('../collections/CollectionFormPage.tsx'), 'NewCollectionPage'),
  ),
  page(
    '/collections/$id',
    lazyRouteComponent(() => import('../collections/CollectionPage.tsx'), 'CollectionPage'),
  ),
  page(
    '/collections/$id/edit',
    lazyRouteComponent(() => import('../collections/CollectionFormPage.tsx'), 'EditCollectionPage'),
  ),
  page(
    '/reading-list',
    lazyRouteComponent(() => import('../collections/ReadingListPage.tsx'), 'ReadingListPage'),
  ),
]
