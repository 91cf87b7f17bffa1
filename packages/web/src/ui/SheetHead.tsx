import { CloseButton } from '@mantine/core'
import type { ReactNode } from 'react'
import { useT } from '../i18n/useT.tsx'
import css from './Sheet.module.css'

/** Title of a sheet, and the way out where there is one. */
export function SheetHead({ id, title, onClose }: { id: string; title: ReactNode; onClose?: () => void }) {
  const t = useT()
  return (
    <div className={css.head}>
      <h2 id={id}>{title}</h2>
      {onClose && <CloseButton size="lg" aria-label={t('ui.close')} onClick={onClose} />}
    </div>
  )
}
