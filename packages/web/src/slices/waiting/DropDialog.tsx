/** Before something that only this device has goes for good. The safe choice stands first. */
import { Button } from '@mantine/core'
import { useT } from '../../i18n/useT.tsx'
import type { Waiting } from '../../offline/queue.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { forget } from './acts.ts'
import css from './waiting.module.css'

export function DropDialog({ one, opened, onClose }: { one: Waiting; opened: boolean; onClose: () => void }) {
  const t = useT()
  return (
    <Dialog opened={opened} onClose={onClose} title={t('waiting.drop.title')}>
      <p>{t('waiting.drop.text')}</p>
      <div className={css.acts}>
        <Button variant="default" data-autofocus onClick={onClose}>
          {t('waiting.drop.keep')}
        </Button>
        <Button variant="outline" color="red" onClick={() => void forget(one.seq)}>
          {t('waiting.drop.do')}
        </Button>
      </div>
    </Dialog>
  )
}
