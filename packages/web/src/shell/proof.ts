/** Is somebody being asked to prove once more who they are? One question at a time, however many calls wait for it. */
import { useSyncExternalStore } from 'react'
import { onProofNeeded } from '../api.ts'

interface Asked {
  answer: Promise<boolean>
  settle: (proven: boolean) => void
}

let asked: Asked | undefined
const listeners = new Set<() => void>()
const tell = () => {
  for (const one of listeners) one()
}

onProofNeeded(() => {
  if (!asked) {
    const { promise, resolve } = Promise.withResolvers<boolean>()
    asked = { answer: promise, settle: resolve }
    tell()
  }
  return asked.answer
})

export function settleProof(proven: boolean): void {
  const before = asked
  asked = undefined
  tell()
  before?.settle(proven)
}

export const useProofAsked = (): boolean =>
  useSyncExternalStore(
    listener => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    () => asked !== undefined,
  )
