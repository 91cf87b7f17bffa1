import { useEffect } from 'react'

/** Keeps the page behind a dialog still, by a class on the root. */
export function useScrollLock(locked: boolean): void {
  useEffect(() => {
    if (!locked) return
    document.documentElement.classList.add('k-locked')
    return () => document.documentElement.classList.remove('k-locked')
  }, [locked])
}
