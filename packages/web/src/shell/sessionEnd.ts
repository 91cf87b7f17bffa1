/** Has the session ended while a page was open? Any call may find out; the shell asks to sign in again. */
import { useSyncExternalStore } from 'react'
import { onSessionEnd, queryClient } from '../api.ts'
import { lockDevice } from '../offline/state.ts'

let ended = false
const listeners = new Set<() => void>()

const set = (value: boolean) => {
  ended = value
  for (const tell of listeners) tell()
}

export function endSession(): void {
  set(true)
  void lockDevice()
}
export const resumeSession = () => set(false)

/** A door was passed: nothing read before it is believed any more. */
export function enterAnew(): void {
  queryClient.clear()
  set(false)
}

onSessionEnd(endSession)

export const useSessionEnded = () =>
  useSyncExternalStore(
    listener => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    () => ended,
  )
