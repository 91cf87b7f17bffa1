/** Nothing here yet: says what will appear and when. */
import { IconCheck } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { State } from './State.tsx'

interface Props {
  title: ReactNode
  act?: ReactNode
  carded?: boolean
  children?: ReactNode
}

export function EmptyState({ title, act, carded = true, children }: Props) {
  return (
    <State tone="ok" icon={<IconCheck size={24} stroke={1.7} />} title={title} act={act} carded={carded}>
      {children}
    </State>
  )
}
