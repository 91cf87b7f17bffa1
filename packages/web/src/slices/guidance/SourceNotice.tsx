/** Where guidance comes from, said only where somebody has to know: no hub, or a hub that was not heard lately. */
import { guidanceSource } from '@kerege/contract/guidance/routes'
import { useGet } from '../../api.ts'
import { useFormat } from '../../i18n/useFormat.tsx'
import { useT } from '../../i18n/useT.tsx'
import { Notice } from '../../ui/Notice.tsx'

export function SourceNotice() {
  const t = useT()
  const format = useFormat()
  const source = useGet(guidanceSource, {}).data?.body
  if (!source) return null
  if (!source.connected) return <Notice kind="info">{t('guidance.notConnected')}</Notice>
  if (!source.fault) return null
  const heard = source.takenAt ? t('guidance.taken', { when: format.date(source.takenAt, 'exact') }) : ''
  const known = source.fault === 'hub-away' || source.fault === 'wrong-signature' ? source.fault : 'other'
  return (
    <Notice kind={source.fault === 'hub-away' ? 'wait' : 'stop'} title={t(`guidance.fault.${known}`)}>
      {heard}
    </Notice>
  )
}
