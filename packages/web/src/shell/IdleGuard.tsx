/**
 * Five minutes before an idle session ends, asks whether to stay; typing counts as being here and tells the node
 * so. Draws nothing until then.
 */
import { Button } from '@mantine/core'
import { getSession } from '@kerege/contract/access/routes'
import { useEffect, useRef, useState } from 'react'
import { lastContactAt, send } from '../api.ts'
import { useT } from '../i18n/useT.tsx'
import { offline } from '../offline/state.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { useSession } from './session.ts'
import css from './shell.module.css'
import { endSession } from './sessionEnd.ts'
import { online } from './useOnline.ts'
import { useSignOut } from './useSignOut.ts'

const minute = 60_000
const warnMinutes = 5

export function IdleGuard() {
  const t = useT()
  const { idleMinutes } = useSession()
  const leave = useSignOut()
  const active = useRef(Date.now())
  const [left, setLeft] = useState<number>()

  useEffect(() => {
    const here = () => {
      active.current = Date.now()
    }
    addEventListener('keydown', here)
    addEventListener('pointerdown', here)
    const timer = setInterval(() => {
      const idle = (Date.now() - lastContactAt()) / minute
      const busy = Date.now() - active.current < 2 * minute
      // Without a line nobody can sign in: what was taken along stays open for its hours, and the phone's own lock guards it.
      if (offline().open && !online()) return setLeft(undefined)
      if (idle >= idleMinutes) return endSession()
      if (idle < idleMinutes - warnMinutes) {
        setLeft(undefined)
        // Somebody who writes a long note is not idle, though the node heard nothing yet.
        if (busy && idle > idleMinutes / 2) void send(getSession, {}).catch(() => {})
        return
      }
      setLeft(Math.max(1, Math.ceil(idleMinutes - idle)))
    }, 15_000)
    return () => {
      removeEventListener('keydown', here)
      removeEventListener('pointerdown', here)
      clearInterval(timer)
    }
  }, [idleMinutes])

  const stay = () => {
    setLeft(undefined)
    void send(getSession, {}).catch(() => {})
  }
  return (
    <Dialog opened={left !== undefined} onClose={stay} title={t('shell.idle.title')}>
      <p>{t('shell.idle.text', { n: left ?? 1 })}</p>
      <div className={css.dialogActs}>
        <Button variant="default" onClick={() => void leave()}>
          {t('shell.signOut')}
        </Button>
        <Button data-autofocus onClick={stay}>
          {t('shell.idle.stay')}
        </Button>
      </div>
    </Dialog>
  )
}
