/** Tasks: what is to be done, by whom and until when; about a person or about none. */
import { IconChecklist, IconPlus } from '@tabler/icons-react'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { workRoute } from '../../shell/routes.ts'
import type { Slice } from '../../shell/slice.ts'
import { useUrgent } from './api.ts'
import { useTaskNeeds } from './needs.tsx'

const listRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/tasks',
  component: lazyRouteComponent(() => import('./ListPage.tsx'), 'ListPage'),
})
const newRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/tasks/new',
  component: lazyRouteComponent(() => import('./NewPage.tsx'), 'NewPage'),
})
const taskRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/tasks/$id',
  component: lazyRouteComponent(() => import('./TaskPage.tsx'), 'TaskPage'),
})

export const tasks: Slice = {
  work: [listRoute, newRoute, taskRoute],
  nav: [
    {
      path: '/tasks',
      icon: IconChecklist,
      label: 'tasks.title',
      verb: 'tasks.work',
      place: 'main',
      tab: true,
      useCount: useUrgent,
    },
  ],
  acts: [{ path: '/tasks/new', icon: IconPlus, label: 'tasks.new', verb: 'tasks.work' }],
  needs: [{ id: 'tasks', verb: 'tasks.work', useNeeds: useTaskNeeds }],
}
