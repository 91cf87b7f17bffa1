/**
 * Says that somebody is at work here, and hears who else is. Renewed while the page is open and in use; given back when it is
 * left. Nothing waits for it: without a line, or with an answer that never comes, one simply works.
 */
import {
  giveBackLease,
  type Lease,
  type LeaseKind,
  renewSeconds,
  takeLease,
  takeOverLease,
} from '@kerege/contract/cases/leases'
import { useEffect, useRef, useState } from 'react'
import { send } from '../../../api.ts'
import { newId } from '../../../ui/newId.ts'

/** Without a key or a touch for so long nobody is at work. */
const idleMs = 3 * 60_000

/** The same after a reload: nobody waits for themselves. */
function deskOfTab(): string {
  const key = 'kerege.desk'
  try {
    const known = sessionStorage.getItem(key) ?? newId()
    sessionStorage.setItem(key, known)
    return known
  } catch {
    return newId()
  }
}

export interface Leased {
  /** Who else is at work, as far as it is known. */
  holder: Lease['holder']
  /** It was this page's, and somebody went on with it. */
  lost: boolean
  takeOver: () => Promise<void>
}

/** @param working somebody writes here; while they only read they hear who does, and hold nothing up */
export function useLease(kind: LeaseKind, id: string, working: boolean): Leased {
  const [desk] = useState(deskOfTab)
  const [state, setState] = useState<{ holder: Lease['holder']; lost: boolean }>({
    holder: undefined,
    lost: false,
  })
  const mine = useRef(false)
  const touched = useRef(0)
  const input = { params: { kind, id }, body: { desk } }
  const hear = ({ mine: now, holder }: Lease) => {
    setState(old => ({ holder, lost: !now && (old.lost || mine.current) && holder !== undefined }))
    mine.current = now
  }
  const call = useRef({ input, hear })
  call.current = { input, hear }

  useEffect(() => {
    if (!working) return
    const touch = () => {
      touched.current = Date.now()
    }
    const say = () => {
      if (document.visibilityState !== 'visible' || Date.now() - touched.current > idleMs) return
      send(takeLease, call.current.input).then(
        ({ body }) => call.current.hear(body),
        () => undefined,
      )
    }
    touch()
    say()
    const timer = setInterval(say, renewSeconds * 1000)
    for (const event of ['keydown', 'pointerdown'] as const) addEventListener(event, touch)
    return () => {
      clearInterval(timer)
      for (const event of ['keydown', 'pointerdown'] as const) removeEventListener(event, touch)
      if (mine.current) send(giveBackLease, call.current.input).catch(() => undefined)
      mine.current = false
    }
  }, [working])

  return {
    ...state,
    takeOver: async () => {
      touched.current = Date.now()
      const { body } = await send(takeOverLease, call.current.input)
      mine.current = body.mine
      setState({ holder: body.holder, lost: false })
    },
  }
}
