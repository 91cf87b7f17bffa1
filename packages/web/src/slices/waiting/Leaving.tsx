/** Signing out while something waits: what becomes of it, before it is done. */
import { Button } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useT } from '../../i18n/useT.tsx'
import { useSignOut } from '../../shell/useSignOut.ts'
import { Notice } from '../../ui/Notice.tsx'
import css from './waiting.module.css'

export function Leaving({ n }: { n: number }) {
  const t = useT()
  const navigate = useNavigate()
  const leave = useSignOut()
  return (
    <Notice kind="wait" title={t('waiting.leaving.title', { n })} live>
      <p>{t('waiting.leaving.text')}</p>
      <div className={css.acts}>
        <Button variant="default" onClick={() => void navigate({ to: '/waiting', search: {} as never })}>
          {t('waiting.leaving.stay')}
        </Button>
        <Button variant="default" onClick={() => void leave('told')}>
          {t('waiting.leaving.do')}
        </Button>
      </div>
    </Notice>
  )
}
