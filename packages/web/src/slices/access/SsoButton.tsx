/** Coming in by the office's own sign-in, where the node has one: before everything else, since most will come that way. */
import { useSearch } from '@tanstack/react-router'
import { IconBuilding } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useT } from '../../i18n/useT.tsx'
import css from './access.module.css'
import { goAway, inWindow, useSsoName } from './sso.ts'
import { Touch } from './Touch.tsx'

interface Props {
  /** Over a page whose session ended: in a window of its own, so that nothing on the page is lost. */
  over?: boolean
  onDone: () => void
  children: ReactNode
}

export function WithSso({ over = false, onDone, children }: Props) {
  const t = useT()
  const name = useSsoName()
  const { return: back } = useSearch({ strict: false }) as { return?: string }
  if (name === undefined) return children
  const act = async () => {
    if (!over) return goAway({ return: back })
    await inWindow('over')
    onDone()
  }
  return (
    <div className={css.prove}>
      <Touch label={t('access.doors.sso.signIn', { name })} icon={IconBuilding} again={over} act={act} />
      <p className="k-dim">{t('access.doors.sso.or')}</p>
      {children}
    </div>
  )
}
