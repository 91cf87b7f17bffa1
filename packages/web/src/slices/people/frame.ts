/** What the frame shows of the register: its entries, acts and keys, and the look-alikes that need a decision. */
import { IconSearch, IconUserPlus, IconUsers, IconUsersGroup } from '@tabler/icons-react'
import type { SliceFrame } from '../../shell/slice.ts'
import { useWaitingPairs } from './duplicates/api.ts'
import { useDuplicateNeeds } from './duplicates/needs.tsx'

export const peopleFrame: SliceFrame = {
  nav: [
    {
      path: '/people',
      icon: IconUsers,
      label: 'people.title',
      verb: 'people.read',
      place: 'main',
      tab: true,
    },
    {
      path: '/duplicates',
      icon: IconUsersGroup,
      label: 'people.dup.title',
      verb: 'people.merge',
      place: 'main',
      useCount: useWaitingPairs,
    },
  ],
  keys: [
    {
      path: '/duplicates',
      keys: [
        ['s', 'people.dup.same'],
        ['n', 'people.dup.two'],
        ['l', 'people.dup.later'],
        ['u', 'people.dup.key.undo'],
      ],
    },
  ],
  needs: [{ id: 'people.duplicates', verb: 'people.merge', useNeeds: useDuplicateNeeds }],
  acts: [
    { path: '/people/search', icon: IconSearch, label: 'people.find', verb: 'people.read' },
    { path: '/people/new', icon: IconUserPlus, label: 'people.register', verb: 'people.register' },
  ],
}
