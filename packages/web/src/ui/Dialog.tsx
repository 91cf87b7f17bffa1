/** A dialog, only to decide something. Focus goes in and comes back; Escape is the safe choice. */
import { Modal } from '@mantine/core'
import type { ReactNode } from 'react'
import { useT } from '../i18n/useT.tsx'
import { useScrollLock } from './useScrollLock.ts'

interface Props {
  opened: boolean
  onClose: () => void
  title: ReactNode
  /** Without it only the choices inside close the dialog. */
  dismissable?: boolean
  children: ReactNode
}

export function Dialog({ opened, onClose, title, dismissable = true, children }: Props) {
  const t = useT()
  useScrollLock(opened)
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={<span style={{ fontSize: '1.1875rem', fontWeight: 620 }}>{title}</span>}
      centered
      size={560}
      radius="lg"
      shadow="lg"
      padding={20}
      withCloseButton={dismissable}
      closeOnEscape={dismissable}
      closeOnClickOutside={dismissable}
      transitionProps={{ transition: 'fade', duration: 120 }}
      closeButtonProps={{ 'aria-label': t('ui.close'), size: 'lg' }}
    >
      {children}
    </Modal>
  )
}
