/** A sheet from the right to add or look at something without leaving the page; the whole screen on a phone. */
import { Drawer as MantineDrawer } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import type { ReactNode } from 'react'
import { useT } from '../i18n/useT.tsx'
import { useScrollLock } from './useScrollLock.ts'

interface Props {
  opened: boolean
  onClose: () => void
  title: ReactNode
  children: ReactNode
}

export function Drawer({ opened, onClose, title, children }: Props) {
  const t = useT()
  const phone = useMediaQuery('(max-width: 759px)', false, { getInitialValueInEffect: false })
  useScrollLock(opened)
  return (
    <MantineDrawer
      opened={opened}
      onClose={onClose}
      position="right"
      size={phone ? '100%' : 480}
      padding={20}
      shadow="lg"
      title={<span style={{ fontSize: '1.1875rem', fontWeight: 620 }}>{title}</span>}
      transitionProps={{ duration: 180, timingFunction: 'ease-out' }}
      closeButtonProps={{ 'aria-label': t('ui.close'), size: 'lg' }}
    >
      {children}
    </MantineDrawer>
  )
}
