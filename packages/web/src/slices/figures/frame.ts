/** What the frame shows of published figures. */
import { IconChartBar, IconPlus } from '@tabler/icons-react'
import type { SliceFrame } from '../../shell/slice.ts'

export const figuresFrame: SliceFrame = {
  nav: [
    {
      path: '/figures',
      icon: IconChartBar,
      label: 'figures.title',
      verb: 'council.read',
      place: 'main',
      tab: true,
    },
  ],
  acts: [{ path: '/figures/new', icon: IconPlus, label: 'figures.add', verb: 'figures.edit' }],
}
