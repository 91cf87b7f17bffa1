/** What the frame shows of rights: complaints, for who handles them. */
import { IconHourglassEmpty, IconMessageReport } from '@tabler/icons-react'
import type { SliceFrame } from '../../shell/slice.ts'
import { useComplaintNeeds } from './complaints/needs.tsx'

export const rightsFrame: SliceFrame = {
  nav: [
    {
      path: '/complaints',
      icon: IconMessageReport,
      label: 'complaints.title',
      verb: 'complaints.handle',
      place: 'main',
      tab: true,
    },
    {
      path: '/retention',
      icon: IconHourglassEmpty,
      label: 'retention.title',
      verb: 'people.erase',
      place: 'more',
    },
  ],
  needs: [{ id: 'complaints', verb: 'complaints.handle', useNeeds: useComplaintNeeds }],
}
