/** What the frame shows of the queue, and what opens the device for work without a line. */
import { IconHourglass } from '@tabler/icons-react'
import { useWaitingCount } from '../../offline/state.ts'
import type { SliceFrame } from '../../shell/slice.ts'
import { useOpenDevice } from './useOpenDevice.ts'

export const waitingFrame: SliceFrame = {
  nav: [
    {
      path: '/waiting',
      icon: IconHourglass,
      label: 'waiting.nav',
      verb: 'people.read',
      place: 'more',
      useCount: useWaitingCount,
    },
  ],
  useStart: useOpenDevice,
}
