/** No line: says what works meanwhile. */
import { Button } from '@mantine/core'
import { IconWifiOff } from '@tabler/icons-react'
import { useT } from '../i18n/useT.tsx'
import { State } from './State.tsx'

export function OfflineState({ again }: { again?: () => void }) {
  const t = useT()
  const act = again && (
    <Button variant="default" onClick={again}>
      {t('ui.again')}
    </Button>
  )
  return (
    <State tone="wait" icon={<IconWifiOff size={24} stroke={1.7} />} title={t('ui.offline.title')} act={act}>
      {t('ui.offline.text')}
    </State>
  )
}
