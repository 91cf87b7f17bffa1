/** `?` lists the keys. */
import { useEffect, useState } from 'react'
import { useT } from '../i18n/useT.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { usePageKeys } from './entries.ts'
import css from './shell.module.css'

const keys = [
  ['Ctrl K', 'shell.keys.palette'],
  ['j', 'shell.keys.next'],
  ['k', 'shell.keys.previous'],
  ['Enter', 'shell.keys.open'],
  ['Esc', 'shell.keys.close'],
  ['?', 'shell.keys.help'],
] as const

export function KeysHelp() {
  const t = useT()
  const [opened, open] = useState(false)
  const here = usePageKeys()
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const typing = event.target instanceof HTMLElement && event.target.closest('input, textarea, select')
      if (event.key === '?' && !typing) open(true)
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [])
  return (
    <Dialog opened={opened} onClose={() => open(false)} title={t('shell.keys.title')}>
      <dl className={css.keys}>
        {[...here, ...keys].map(([key, label]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{t(label)}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}
