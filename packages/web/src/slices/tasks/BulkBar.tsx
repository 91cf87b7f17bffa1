/** What can be done with the ticked tasks together; there only while something is ticked. */
import { Button } from '@mantine/core'
import { useT } from '../../i18n/useT.tsx'
import css from './tasks.module.css'

interface Props {
  ticked: ReadonlySet<string>
  busy: boolean
  onDone: () => Promise<void>
  onClear: () => void
}

export function BulkBar({ ticked, busy, onDone, onClear }: Props) {
  const t = useT()
  if (ticked.size === 0) return null
  return (
    <div className={`${css.bulk} k-screen`} role="toolbar" aria-label={t('tasks.bulk')}>
      <span role="status">{t('tasks.ticked', { n: ticked.size })}</span>
      <Button variant="default" loading={busy} onClick={() => void onDone()}>
        {t('tasks.doneAll')}
      </Button>
      <Button variant="subtle" onClick={onClear}>
        {t('tasks.untick')}
      </Button>
    </div>
  )
}
