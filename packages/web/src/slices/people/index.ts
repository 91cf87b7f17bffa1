/** The register of people: families, a search in any script, registering, and the page of one person. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { workRoute } from '../../shell/routes.ts'
import type { Slice } from '../../shell/slice.ts'

declare module '@tanstack/react-router' {
  // What is typed into the search stays in the state of the history: a name never stands in an address.
  interface HistoryState {
    q?: string
  }
}

const listRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/people',
  component: lazyRouteComponent(() => import('./ListPage.tsx'), 'ListPage'),
})
const searchRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/people/search',
  component: lazyRouteComponent(() => import('./search/SearchPage.tsx'), 'SearchPage'),
})
const registerRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/people/new',
  component: lazyRouteComponent(() => import('./register/RegisterPage.tsx'), 'RegisterPage'),
})
const personRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/people/$id/{-$section}',
  component: lazyRouteComponent(() => import('./person/PersonPage.tsx'), 'PersonPage'),
})
const treeRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/people/$id/tree',
  component: lazyRouteComponent(() => import('./kinship/TreePage.tsx'), 'TreePage'),
})
const editRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/people/$id/edit/$section',
  component: lazyRouteComponent(() => import('./edit/EditPage.tsx'), 'EditPage'),
})

const duplicatesRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/duplicates',
  component: lazyRouteComponent(() => import('./duplicates/DuplicatesPage.tsx'), 'DuplicatesPage'),
})
const duplicateSettingsRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/duplicates/settings',
  component: lazyRouteComponent(() => import('./duplicates/SettingsPage.tsx'), 'SettingsPage'),
})

export const people: Slice = {
  work: [
    duplicatesRoute,
    duplicateSettingsRoute,
    listRoute,
    searchRoute,
    registerRoute,
    personRoute,
    treeRoute,
    editRoute,
  ],
}
