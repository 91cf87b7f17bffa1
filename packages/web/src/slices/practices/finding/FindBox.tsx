/** The one box: words of any language, in any script. */
import { ActionIcon } from '@mantine/core'
import { IconSearch, IconX } from '@tabler/icons-react'
import { useEffect, useId, useRef } from 'react'
import { useT } from '../../../i18n/useT.tsx'
import css from './finding.module.css'

export function FindBox({ text, onText }: { text: string; onText: (text: string) => void }) {
  const t = useT()
  const id = useId()
  const box = useRef<HTMLInputElement>(null)
  useEffect(() => box.current?.focus(), [])
  return (
    <search className={css.search}>
      <div className={css.box}>
        <IconSearch size={22} stroke={1.7} aria-hidden="true" />
        <input
          ref={box}
          id={id}
          aria-label={t('practices.find.label')}
          aria-describedby={`${id}-hint`}
          value={text}
          maxLength={10_000}
          dir="auto"
          autoComplete="off"
          enterKeyHint="search"
          onChange={event => onText(event.currentTarget.value)}
        />
        {text && (
          <ActionIcon
            variant="subtle"
            color="gray"
            size={44}
            aria-label={t('practices.find.clear')}
            onClick={() => {
              onText('')
              box.current?.focus()
            }}
          >
            <IconX size={20} stroke={1.7} />
          </ActionIcon>
        )}
      </div>
      <p id={`${id}-hint`} className="k-dim">
        {t('practices.find.hint')}
      </p>
    </search>
  )
}
