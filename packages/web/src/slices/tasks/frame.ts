/** What the frame shows of tasks: the list with its count, the act, and what is due. */
import { IconChecklist, IconPlus } from '@tabler/icons-react'
import type { SliceFrame } from '../../shell/slice.ts'
import { useUrgent } from './api.ts'
import { useTaskNeeds } from './needs.tsx'

export const tasksFrame: SliceFrame = {
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
  needs: [{ id: 'tasks', verb: 'tasks.work', useNeeds: useTaskNeeds }],
  acts: [{ path: '/tasks/new', icon: IconPlus, label: 'tasks.new', verb: 'tasks.work' }],
}
