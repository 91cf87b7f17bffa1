import { useSyncExternalStore } from 'react'

const subscribe = (tell: () => void) => {
  addEventListener('online', tell)
  addEventListener('offline', tell)
  return () => {
    removeEventListener('online', tell)
    removeEventListener('offline', tell)
  }
}

/** Is there a line, as far as the device knows? */
export const useOnline = (): boolean => useSyncExternalStore(subscribe, () => navigator.onLine)
