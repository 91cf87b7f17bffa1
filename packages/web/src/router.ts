/** Puts the pages of all slices on their trunks. */
import { createRouter } from '@tanstack/react-router'
import { Broken } from './shell/Broken.tsx'
import { openRoute, rootRoute, workRoute } from './shell/routes.ts'
import { slices } from './slices.ts'
import { parseSearch, stringifySearch } from './ui/address.ts'
import { LoadingShape } from './ui/LoadingShape.tsx'
import { NotHere } from './ui/NotHere.tsx'

export const makeRouter = () =>
  createRouter({
    routeTree: rootRoute.addChildren([
      openRoute.addChildren(slices.flatMap(slice => slice.open ?? [])),
      workRoute.addChildren(slices.flatMap(slice => slice.work ?? [])),
    ]),
    parseSearch,
    stringifySearch,
    scrollRestoration: true,
    // Pages of a kind that is met first are fetched when a link is pointed at.
    defaultPreload: 'intent',
    defaultNotFoundComponent: NotHere,
    defaultErrorComponent: Broken,
    defaultPendingComponent: LoadingShape,
    defaultPendingMs: 0,
  })
