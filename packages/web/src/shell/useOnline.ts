import { useSyncExternalStore } from 'react'
import { lineIsUp, onLine } from '../api.ts'

const subscribe = (tell: () => void) => {
  const quiet = onLine(tell)
  addEventListener('online', tell)
  addEventListener('offline', tell)
  return () => {
    quiet()
    removeEventListener('online', tell)
    removeEventListener('offline', tell)
  }
}

/** Is there a line to the node, as far as the device knows? */
export const online = (): boolean => navigator.onLine && lineIsUp()
export const useOnline = (): boolean => useSyncExternalStore(subscribe, online)
