/** How the line to the hub stands, said only where somebody has to know: no hub, a hub that is away, one that is not believed. */
import { exchangeSource } from '@kerege/contract/exchange/routes'
import type { LineFault } from '@kerege/contract/exchange/rules'
import { useGet } from '../../api.ts'
import type { MessageKey } from '../../i18n/keys.ts'
import { useFormat } from '../../i18n/useFormat.tsx'
import { useT } from '../../i18n/useT.tsx'
import { Notice } from '../../ui/Notice.tsx'

const minute = 60_000

const useLine = () => useGet(exchangeSource, {}, { freshFor: minute }).data?.body

const sentences: Partial<Record<LineFault, MessageKey>> = {
  'hub-away': 'exchange.fault.hub-away',
  'wrong-signature': 'exchange.fault.wrong-signature',
  silent: 'exchange.fault.silent',
  forked: 'exchange.fault.contradicts',
  restored: 'exchange.fault.contradicts',
}

export function LineNotice() {
  const t = useT()
  const heard = useHeard()
  const line = useLine()
  if (!line) return null
  if (!line.connected) return <Notice kind="info">{t('exchange.notConnected')}</Notice>
  // An older word on the way is nobody's trouble: the next look brings the newer one.
  if (!line.fault || line.fault === 'replayed') return null
  return (
    <Notice
      kind={line.fault === 'hub-away' ? 'wait' : 'stop'}
      title={t(sentences[line.fault] ?? 'exchange.fault.other')}
    >
      {heard}
    </Notice>
  )
}

/** "Last heard from the hub: …", or nothing where it never was. */
export function useHeard(): string {
  const t = useT()
  const format = useFormat()
  const line = useLine()
  return line?.takenAt ? t('exchange.taken', { when: format.date(line.takenAt, 'exact') }) : ''
}
