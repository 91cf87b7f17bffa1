/** Over every page while the screens of another role are looked at: whose they are, until when, and the way back. */
import { endView } from '@kerege/contract/access/routes'
import { Button } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { useFormat } from '../i18n/useFormat.tsx'
import { useT } from '../i18n/useT.tsx'
import { Notice } from '../ui/Notice.tsx'
import { problemText } from '../ui/problems.ts'
import { useSession } from './session.ts'
import { useViewChange } from './useView.ts'

export function ViewBanner() {
  const { viewing } = useSession()
  return viewing ? <Viewing until={viewing.until} /> : null
}

function Viewing({ until }: { until: string }) {
  const t = useT()
  const format = useFormat()
  const client = useQueryClient()
  const { hat } = useSession()
  const change = useViewChange()
  const [error, setError] = useState<unknown>()
  const back = () => void change(endView, {}).catch(setError)
  useEffect(() => {
    // It ends by itself at the node; then the page asks anew who sits here.
    const timer = setTimeout(
      () => void client.resetQueries(),
      Math.max(0, Date.parse(until) - Date.now()) + 1000,
    )
    return () => clearTimeout(timer)
  }, [until, client])
  return (
    <Notice
      kind="seal"
      live
      act={
        <Button variant="default" onClick={back}>
          {t('shell.viewing.back')}
        </Button>
      }
    >
      {error
        ? problemText(error)
        : t('shell.viewing.text', {
            role: t(`access.role.${hat.role}`),
            time: format.time(until),
          })}
    </Notice>
  )
}
