/** A dialog, only to decide something. Escape is the safe choice. */
import { type ReactNode, useId } from 'react'
import { Sheet } from './Sheet.tsx'
import { SheetHead } from './SheetHead.tsx'

interface Props {
  opened: boolean
  onClose: () => void
  title: ReactNode
  /** Without it only the choices inside close the dialog. */
  dismissable?: boolean
  children: ReactNode
}

export function Dialog({ opened, onClose, title, dismissable = true, children }: Props) {
  const id = useId()
  return (
    <Sheet kind="dialog" opened={opened} onClose={onClose} labelledBy={id} dismissable={dismissable}>
      <SheetHead id={id} title={title} {...(dismissable ? { onClose } : {})} />
      {children}
    </Sheet>
  )
}
