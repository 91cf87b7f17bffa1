/** A sheet from the right to add or look at something without leaving the page; the whole screen on a phone. */
import { type ReactNode, useId } from 'react'
import { Sheet } from './Sheet.tsx'
import { SheetHead } from './SheetHead.tsx'

interface Props {
  opened: boolean
  onClose: () => void
  title: ReactNode
  children: ReactNode
}

export function Drawer({ opened, onClose, title, children }: Props) {
  const id = useId()
  return (
    <Sheet kind="drawer" opened={opened} onClose={onClose} labelledBy={id}>
      <SheetHead id={id} title={title} onClose={onClose} />
      {children}
    </Sheet>
  )
}
