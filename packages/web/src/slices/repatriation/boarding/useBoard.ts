/**
 * The list of a place on this device: taken along when the node answers, and worked on from there. What the node took of our ticks is
 * laid in at once; what others ticked comes when it is asked again. Not in the cache of queries: each reading is logged.
 */
import { addAtDoor, getArrivals, getBoarding, makeMark } from '@kerege/contract/repatriation/boarding/routes'
import type { Board, MarkedLine } from '@kerege/contract/repatriation/boarding/schema'
import { DomainError } from '@kerege/contract/errors'
import { useCallback, useEffect, useRef, useState } from 'react'
import { onLine, send } from '../../../api.ts'
import { keepApp } from '../../../offline/keepApp.ts'
import type { Waiting } from '../../../offline/queue.ts'
import { onTaken, startOffline, takeAlong, takenAlong } from '../../../offline/state.ts'
import { useSession } from '../../../shell/session.ts'
import { online } from '../../../shell/useOnline.ts'
import { keptName, type Place } from './place.ts'

const askAgainMs = 60_000

/** Pages and parts that one meets without a line, and has not opened before. */
const whatComesLater = () =>
  Promise.all([
    import('./ScanDrawer.tsx'),
    import('./ListPage.tsx'),
    import('../../waiting/WaitingPage.tsx'),
    import('qr/decode.js'),
  ])

export interface BoardState {
  board?: Board
  error?: unknown
  /** The device keeps nothing: only with a line. */
  notKept: boolean
  again: () => void
  /** Lays in what the node answered. */
  take: (answer: MarkedLine) => void
}

export function useBoard(place: Place): BoardState {
  const { operationId, legId } = place
  const session = useSession()
  const [board, setBoard] = useState<Board>()
  const [error, setError] = useState<unknown>()
  const [notKept, setNotKept] = useState(false)
  const name = keptName(place)

  // Two answers may come before the screen is drawn once: the second is laid onto the first.
  const latest = useRef<Board>(undefined)
  const show = useCallback((value: Board) => {
    latest.current = value
    setBoard(value)
  }, [])
  const keep = useCallback(
    (value: Board) => {
      show(value)
      takeAlong(name, value, Date.now()).then(
        () => setNotKept(false),
        () => setNotKept(true),
      )
    },
    [name, show],
  )
  // What the node answered to marks of this device while it was asked for the whole board.
  const laid = useRef(0)
  const ask = useCallback(async () => {
    try {
      for (;;) {
        const before = laid.current
        const { body } = legId
          ? await send(getBoarding, { params: { id: operationId, legId } })
          : await send(getArrivals, { params: { id: operationId } })
        setError(undefined)
        // A board that was read before those answers would take them off the screen again.
        if (laid.current !== before) continue
        keep(body)
        return
      }
    } catch (thrown) {
      setError(thrown)
    }
  }, [operationId, legId, keep])

  useEffect(() => {
    let here = true
    const begin = async () => {
      const open = await startOffline(session)
      if (!open) setNotKept(true)
      const kept = await takenAlong<Board>(name)
      if (here && kept) show(kept.value)
      await ask()
      if (here && open) await keepApp(whatComesLater).catch(() => undefined)
    }
    void begin()
    const timer = setInterval(() => {
      if (online() && document.visibilityState === 'visible') void ask()
    }, askAgainMs)
    const quiet = onLine(() => void (online() && ask()))
    return () => {
      here = false
      clearInterval(timer)
      quiet()
    }
  }, [name, ask, session, show])

  const take = useCallback(
    (answer: MarkedLine) => {
      laid.current += 1
      if (latest.current) keep(laidIn(latest.current, answer))
    },
    [keep],
  )
  useEffect(
    () =>
      onTaken((one, answer) => {
        // What these two routes answer.
        if (isOf(one, place)) take(answer as MarkedLine)
      }),
    [take, place],
  )
  return { ...(board ? { board } : {}), error, notKept, again: () => void ask(), take }
}

/** Does a waiting command belong to this place? */
export function isOf(one: Waiting, { operationId, legId }: Place): boolean {
  if (one.path !== makeMark.path && one.path !== addAtDoor.path) return false
  const { id } = one.input.params as { id: string }
  const body = one.input.body as { legId?: string }
  return id === operationId && body.legId === legId
}

function laidIn(board: Board, { line, marks }: MarkedLine): Board {
  const known = board.lines.some(one => one.id === line.id)
  return {
    ...board,
    lines: known ? board.lines.map(one => (one.id === line.id ? line : one)) : [...board.lines, line],
    marks: [...board.marks.filter(mark => mark.lineId !== line.id), ...marks],
  }
}

/** Where the node says that there is nothing, nothing is shown of what was kept either. */
export const isGone = (error: unknown): boolean =>
  error instanceof DomainError && (error.kind === 'not-found' || error.kind === 'forbidden')
