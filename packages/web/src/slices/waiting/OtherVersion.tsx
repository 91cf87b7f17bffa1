/** Somebody changed the same meanwhile: the person looks, and says whether theirs goes over it or not. */
import { Button } from '@mantine/core'
import { useT } from '../../i18n/useT.tsx'
import type { Waiting } from '../../offline/queue.ts'
import { knowingly } from '../../offline/settle.ts'
import { forget, instead } from './acts.ts'
import css from './waiting.module.css'

export function OtherVersion({ one }: { one: Waiting }) {
  const t = useT()
  const mine = knowingly(one, new Date().toISOString())
  return (
    <>
      <p>{t('waiting.conflict')}</p>
      <div className={css.acts}>
        <Button variant="default" onClick={() => void forget(one.seq)}>
          {t('waiting.conflict.theirs')}
        </Button>
        {mine && (
          <Button variant="default" onClick={() => void instead(one.seq, mine)}>
            {t('waiting.conflict.mine')}
          </Button>
        )}
      </div>
    </>
  )
}
