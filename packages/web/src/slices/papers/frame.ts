/** What the frame shows of papers: the list with its count, and what they need. */
import { IconFileCertificate } from '@tabler/icons-react'
import type { SliceFrame } from '../../shell/slice.ts'
import { useBlocking } from './api.ts'
import { usePaperNeeds } from './needs.tsx'

export const papersFrame: SliceFrame = {
  nav: [
    {
      path: '/papers',
      icon: IconFileCertificate,
      label: 'papers.title',
      verb: 'people.read',
      reads: 'identity',
      place: 'main',
      useCount: useBlocking,
    },
  ],
  needs: [{ id: 'papers', verb: 'people.read', reads: 'identity', useNeeds: usePaperNeeds }],
}
