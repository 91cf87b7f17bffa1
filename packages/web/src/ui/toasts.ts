/** Short confirmations of what is not visible otherwise. Faults never come here: they stay where they happened. */
import { useSyncExternalStore } from 'react'

export interface Toast {
  id: number
  title: string
  text?: string
  undo?: () => void
}

let toasts: readonly Toast[] = []
let next = 1
const listeners = new Set<() => void>()

const set = (list: readonly Toast[]) => {
  toasts = list
  for (const tell of listeners) tell()
}

export function toast(title: string, more: { text?: string; undo?: () => void } = {}): void {
  set([...toasts.slice(-2), { id: next++, title, ...more }])
}

export const dropToast = (id: number) => set(toasts.filter(one => one.id !== id))

export const useToasts = () =>
  useSyncExternalStore(
    listener => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    () => toasts,
  )
