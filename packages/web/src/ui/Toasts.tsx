/** Where toasts stand: bottom start, six seconds, longer while looked at or focused. */
import { ActionIcon } from '@mantine/core'
import { IconCheck, IconX } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useT } from '../i18n/useT.tsx'
import css from './Toasts.module.css'
import { dropToast, type Toast, useToasts } from './toasts.ts'

export function Toasts() {
  const t = useT()
  const toasts = useToasts()
  return (
    <section className={`${css.stack} k-screen`} aria-label={t('ui.toasts')} aria-live="polite">
      {toasts.map(one => (
        <OneToast key={one.id} toast={one} />
      ))}
    </section>
  )
}

function OneToast({ toast }: { toast: Toast }) {
  const t = useT()
  const [held, hold] = useState(false)
  useEffect(() => {
    if (held) return
    const timer = setTimeout(() => dropToast(toast.id), 6000)
    return () => clearTimeout(timer)
  }, [held, toast.id])
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: looking at it or being inside it only stops the clock
    <div
      className={css.toast}
      onPointerEnter={() => hold(true)}
      onPointerLeave={() => hold(false)}
      onFocus={() => hold(true)}
      onBlur={() => hold(false)}
    >
      <IconCheck size={20} stroke={1.7} aria-hidden="true" />
      <span className={css.words}>
        <strong>{toast.title}</strong>
        {toast.text && <span className="k-dim">{toast.text}</span>}
      </span>
      {toast.undo && (
        <button
          type="button"
          className={css.undo}
          onClick={() => {
            toast.undo?.()
            dropToast(toast.id)
          }}
        >
          {t('ui.undo')}
        </button>
      )}
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t('ui.close')}
        onClick={() => dropToast(toast.id)}
      >
        <IconX size={16} />
      </ActionIcon>
    </div>
  )
}
