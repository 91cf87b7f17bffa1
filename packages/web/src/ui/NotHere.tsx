/** Forbidden and not found: one page, the same words, so that existence itself does not leak. */
import { Button } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useT } from '../i18n/useT.tsx'
import { State } from './State.tsx'

export function NotHere() {
  const t = useT()
  const title = t('ui.notHere.title')
  useEffect(() => {
    document.title = `${title} · Kerege`
  }, [title])
  return (
    <State
      tone="seal"
      heading="h1"
      icon={<IconLock size={24} stroke={1.7} />}
      title={title}
      act={
        <Button variant="default" component={Link} to="/today">
          {t('ui.notHere.act')}
        </Button>
      }
    >
      {t('ui.notHere.text')}
    </State>
  )
}
