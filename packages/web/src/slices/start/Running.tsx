import type { Start } from '@kerege/contract/access/schema'
import { useT } from '../../i18n/useT.tsx'
import { StatePill } from '../../ui/StatePill.tsx'

/** Is the node ready, or how far has it filled? Its doors are open meanwhile. */
export function Running({ start }: { start: Start['nodes'][number] }) {
  const t = useT()
  if (start.ready) return <StatePill kind="ok">{t('start.running')}</StatePill>
  return (
    <StatePill kind="wait">{t('start.filling', { percent: Math.round(start.progress * 100) })}</StatePill>
  )
}

/** `localhost:4001` of an address. */
export const hostOf = (url: string): string => new URL(url).host
