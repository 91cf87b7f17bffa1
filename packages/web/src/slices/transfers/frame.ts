/** What the frame shows of transfers: the way to what is offered, and what of them waits on Today. */
import { IconTransferIn } from '@tabler/icons-react'
import type { SliceFrame } from '../../shell/slice.ts'
import { useOfferNeeds, useTransferNeeds } from './needs.tsx'

export const transfersFrame: SliceFrame = {
  nav: [
    {
      path: '/offered',
      icon: IconTransferIn,
      label: 'transfers.offered',
      verb: 'transfers.answer',
      place: 'main',
    },
  ],
  needs: [
    { id: 'transfers', verb: 'cases.work', useNeeds: useTransferNeeds },
    { id: 'offers', verb: 'transfers.answer', useNeeds: useOfferNeeds },
  ],
}
