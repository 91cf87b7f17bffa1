/** Is everything with the node? A cloud with the time of the last answer, that there is no network, or how many wait. */
import { IconCloudCheck } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { lastContactAt } from '../api.ts'
import { useFormat } from '../i18n/useFormat.tsx'
import { useT } from '../i18n/useT.tsx'
import { useOffline } from '../offline/state.ts'
import { StatePill } from '../ui/StatePill.tsx'
import css from './shell.module.css'
import { useOnline } from './useOnline.ts'

export function SyncState({ brief = false }: { brief?: boolean }) {
  const t = useT()
  const format = useFormat()
  const online = useOnline()
  const waiting = useOffline().waiting.length
  const [at, setAt] = useState(lastContactAt)
  useEffect(() => {
    const timer = setInterval(() => setAt(lastContactAt()), 30_000)
    return () => clearInterval(timer)
  }, [])
  if (!online) return <StatePill kind="wait">{t('shell.noNetwork')}</StatePill>
  if (waiting > 0) {
    return (
      <Link to="/waiting" className={css.waiting}>
        <StatePill kind="wait">{t('waiting.count', { n: waiting })}</StatePill>
      </Link>
    )
  }
  const text = t('shell.saved', { time: format.time(new Date(at).toISOString()) })
  if (brief) {
    return (
      <span className={css.cloud} role="img" aria-label={text} title={text}>
        <IconCloudCheck size={22} stroke={1.7} aria-hidden="true" />
      </span>
    )
  }
  return (
    <p className={css.sync}>
      <IconCloudCheck size={18} stroke={1.7} aria-hidden="true" />
      {text}
    </p>
  )
}
