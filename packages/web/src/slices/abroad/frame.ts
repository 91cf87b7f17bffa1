/** What the frame shows of people abroad: the list, and what there is to do. */
import { IconWorldSearch } from '@tabler/icons-react'
import type { SliceFrame } from '../../shell/slice.ts'
import { useAbroadNeeds } from './needs.tsx'

export const abroadFrame: SliceFrame = {
  nav: [
    {
      path: '/abroad',
      icon: IconWorldSearch,
      label: 'abroad.title',
      verb: 'repatriation.read',
      reads: 'journey',
      place: 'main',
    },
  ],
  acts: [{ path: '/abroad/new', icon: IconWorldSearch, label: 'abroad.new', verb: 'repatriation.register' }],
  needs: [{ id: 'abroad', verb: 'repatriation.register', reads: 'journey', useNeeds: useAbroadNeeds }],
}
