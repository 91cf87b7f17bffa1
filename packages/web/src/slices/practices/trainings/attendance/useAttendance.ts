/** Notes who is there: sent at once, kept while there is no line, sent when it is back, and asked about where somebody else spoke meanwhile. */
import { DomainError } from '@kerege/contract/errors'
import { getEvent, noteAttendance } from '@kerege/contract/practices/trainings/events/routes'
import type { Event } from '@kerege/contract/practices/trainings/events/schema'
import { useCallback, useEffect, useRef, useState } from 'react'
import { queryClient, send } from '../../../../api.ts'
import { useSession } from '../../../../shell/session.ts'
import { useOnline } from '../../../../shell/useOnline.ts'
import {
  type Noted,
  noted,
  notedAt,
  type Place,
  readNoted,
  saysNow,
  standing,
  without,
  writeNoted,
} from './queue.ts'

interface Shown {
  /** As it was pressed last, on this device or elsewhere. */
  present: boolean | null
  /** Kept here, and not sent yet. */
  waits: boolean
  /** Somebody has said otherwise since; the next press decides. */
  differs: boolean
  error?: Error | undefined
}

export interface Attendance {
  of: (registrationId: string) => Shown
  say: (registrationId: string, present: boolean) => Promise<void>
  /** How many of this training wait on this device. */
  waiting: number
  sendAll: () => Promise<void>
}

const keyOf = ({ sessionId, registrationId }: Place) => `${sessionId} ${registrationId}`
const noLine = (error: unknown) => error instanceof DomainError && error.kind === 'unavailable'
const sendOne = ({ eventId, sessionId, registrationId, present }: Noted) =>
  send(noteAttendance, { params: { id: eventId }, body: { sessionId, registrationId, present } })

export function useAttendance(event: Event, sessionId: string): Attendance {
  const account = useSession().account.id
  const online = useOnline()
  const [list, setList] = useState(() => readNoted(account))
  const [errors, setErrors] = useState<Readonly<Record<string, Error>>>({})
  // What was sent from here last and is not on the page yet: the line may have gone after the hub had it.
  const sent = useRef(new Map<string, Noted>())
  useEffect(() => {
    for (const [key, one] of sent.current) if (saysNow(event, one) === one.present) sent.current.delete(key)
  }, [event])
  const keep = useCallback(
    (change: (list: readonly Noted[]) => Noted[]) => {
      // Another tab may have kept something meanwhile.
      const next = change(readNoted(account))
      if (!writeNoted(account, next)) return false
      setList(next)
      return true
    },
    [account],
  )
  const failed = useCallback((one: Noted, error: unknown) => {
    setErrors(old => ({ ...old, [keyOf(one)]: error as Error }))
  }, [])

  const sendAll = useCallback(async () => {
    const mine = readNoted(account).filter(one => one.eventId === event.id)
    if (mine.length === 0) return
    try {
      const fresh = (await send(getEvent, { params: { id: event.id } })).body
      for (const one of mine) {
        const stands = standing(one, saysNow(fresh, one))
        if (stands === 'differs') continue
        try {
          if (stands === 'send') await sendOne(one)
        } catch (error) {
          if (noLine(error)) throw error
          // A certificate was given meanwhile, or they do not come any more: there is nothing left to send.
          failed(one, error)
        }
        keep(all => without(all, one))
      }
    } catch (error) {
      if (!noLine(error)) throw error
    } finally {
      await queryClient.invalidateQueries()
    }
  }, [account, event.id, keep, failed])

  useEffect(() => {
    if (online) void sendAll()
  }, [online, sendAll])

  return {
    waiting: list.filter(one => one.eventId === event.id).length,
    sendAll,
    of(registrationId) {
      const place = { sessionId, registrationId }
      const here = notedAt(list, place)
      const now = saysNow(event, place)
      return {
        present: here?.present ?? now,
        waits: here !== undefined,
        differs: here !== undefined && standing(here, now) === 'differs',
        error: errors[keyOf(place)],
      }
    },
    async say(registrationId, present) {
      const place = { sessionId, registrationId }
      const at = new Date().toISOString()
      const key = keyOf(place)
      const own = sent.current.get(key)?.present === !present
      const was = saysNow(event, place)
      const one = { eventId: event.id, ...place, present, was, ...(own ? { own } : {}), at }
      sent.current.set(key, one)
      setErrors(({ [key]: _, ...others }) => others)
      try {
        await sendOne(one)
        keep(all => without(all, one))
        await queryClient.invalidateQueries()
      } catch (error) {
        if (!noLine(error) || !keep(all => noted(all, one))) failed(one, error)
      }
    },
  }
}
