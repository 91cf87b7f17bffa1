/** What the frame shows of the exchange, and what a device keeps of it without being asked. */
import { IconBooks } from '@tabler/icons-react'
import { lazy } from 'react'
import type { SliceFrame } from '../../shell/slice.ts'
import { useKeeping } from './kept/useKeeping.ts'

export const exchangeFrame: SliceFrame = {
  nav: [
    {
      path: '/exchange/practices',
      icon: IconBooks,
      label: 'exchange.title',
      // At the hub practices have pages of their own.
      verb: 'guidance.read',
      place: 'main',
    },
  ],
  useStart: useKeeping,
  withoutLine: lazy(async () => ({ default: (await import('./kept/KeptPractices.tsx')).KeptPractices })),
}
