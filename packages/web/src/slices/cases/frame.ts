/** What the frame shows of cases: the queue with its count, and cases that wait for a beginning or for a worker. */
import { IconFolder } from '@tabler/icons-react'
import type { SliceFrame } from '../../shell/slice.ts'
import { useWaiting } from './api.ts'
import { useCaseNeeds } from './needs.tsx'

export const casesFrame: SliceFrame = {
  nav: [
    {
      path: '/cases',
      icon: IconFolder,
      label: 'cases.title',
      verb: 'cases.read',
      place: 'main',
      useCount: useWaiting,
    },
  ],
  needs: [{ id: 'cases', verb: 'cases.read', useNeeds: useCaseNeeds }],
}
