/** Finds by name in any spelling, by number, or by the code of a card; and shows only who is missing. */
import { ActionIcon, TextInput } from '@mantine/core'
import { IconQrcode, IconSearch, IconX } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { useT } from '../../../i18n/useT.tsx'
import css from './boarding.module.css'

const ScanDrawer = lazy(async () => ({ default: (await import('./ScanDrawer.tsx')).ScanDrawer }))

interface Props {
  asked: string
  onAsk: (text: string) => void
  missing: boolean
  onMissing: (only: boolean) => void
  left: number
}

export function FindBar({ asked, onAsk, missing, onMissing, left }: Props) {
  const t = useT()
  const [scanning, scan] = useState(false)
  return (
    <div className={css.find}>
      <TextInput
        className={css.search}
        aria-label={t('boarding.find')}
        placeholder={t('boarding.find')}
        value={asked}
        dir="auto"
        autoComplete="off"
        leftSection={<IconSearch size={22} stroke={1.7} aria-hidden="true" />}
        rightSection={
          asked !== '' && (
            <ActionIcon
              variant="subtle"
              color="gray"
              size={40}
              aria-label={t('boarding.clear')}
              onClick={() => onAsk('')}
            >
              <IconX size={20} />
            </ActionIcon>
          )
        }
        onChange={event => onAsk(event.currentTarget.value)}
      />
      <ActionIcon
        variant="default"
        className={css.scan}
        aria-label={t('boarding.scan')}
        onClick={() => scan(true)}
      >
        <IconQrcode size={26} stroke={1.7} />
      </ActionIcon>
      <button type="button" className={css.only} aria-pressed={missing} onClick={() => onMissing(!missing)}>
        {t('boarding.missing', { n: left })}
      </button>
      {scanning && (
        <Suspense>
          <ScanDrawer
            onClose={() => scan(false)}
            onRead={text => {
              scan(false)
              onAsk(text)
            }}
          />
        </Suspense>
      )}
    </div>
  )
}
