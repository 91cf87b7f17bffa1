/** Pages of the directory and of letters. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { workRoute } from '../../../shell/routes.ts'

const page = <Path extends string>(path: Path, component: ReturnType<typeof lazyRouteComponent>) =>
  createRoute({ getParentRoute: () => workRoute, path, component })

export const directoryPages = [
  page(
    '/practitioners',
    lazyRouteComponent(() => import('./PractitionersPage.tsx'), 'PractitionersPage'),
  ),
  page(
    '/practitioners/mine',
    lazyRouteComponent(() => import('./MyEntryPage.tsx'), 'MyEntryPage'),
  ),
  page(
    '/practitioners/settings',
    lazyRouteComponent(() => import('./SettingsPage.tsx'), 'SettingsPage'),
  ),
  page(
    '/practitioners/$id',
    lazyRouteComponent(() => import('./PractitionerPage.tsx'), 'PractitionerPage'),
  ),
  page(
    '/letters',
    lazyRouteComponent(() => import('./LettersPage.tsx'), 'LettersPage'),
  ),
  page(
    '/letters/$id',
    lazyRouteComponent(() => import('./LetterPage.tsx'), 'LetterPage'),
  ),
]
