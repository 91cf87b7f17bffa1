/**
 * What the screen knows of the queue: how many wait, whether the device is open for work without a line. Light, since the frame
 * carries it; the store, the keys and the sending come with engine.ts when they are needed.
 */
import type { Route } from '@kerege/contract/route'
import type { Session } from '@kerege/contract/access/schema'
import { useSyncExternalStore } from 'react'
import type { Kept } from './kept.ts'
import type { Waiting } from './queue.ts'

export interface Offline {
  /** The vault of whoever works here is open. */
  open: boolean
  /** Until when without the node, in milliseconds. */
  until: number
  waiting: readonly Waiting[]
  /** Sealed under a key that is gone. */
  lost: readonly { seq: number }[]
  /** Wait for somebody else to sign in here. */
  others: number
  sending: boolean
  /** The browser keeps nothing: there is no work without a line here. */
  unable: boolean
}

const nothing: Offline = {
  open: false,
  until: 0,
  waiting: [],
  lost: [],
  others: 0,
  sending: false,
  unable: false,
}
let state: Offline = nothing
const listeners = new Set<() => void>()

export const offline = (): Offline => state
export function setOffline(change: Partial<Offline>): void {
  state = { ...state, ...change }
  for (const tell of listeners) tell()
}
export const resetOffline = (): void => setOffline(nothing)

const subscribe = (tell: () => void) => {
  listeners.add(tell)
  return () => {
    listeners.delete(tell)
  }
}

export const useOffline = (): Offline => useSyncExternalStore(subscribe, offline)
export const useWaitingCount = (): number | undefined => {
  const { waiting, lost } = useOffline()
  return waiting.length + lost.length
}

export interface Given {
  /** What it does, in words: "Tick off on boarding". */
  label: { key: string; values?: Readonly<Record<string, string | number>> }
  about?: readonly string[]
  ifMatch?: string
  /** Idempotency-Key, where the command was sent before and nobody knows whether it arrived. */
  id?: string
}

/** What the node took, told to pages that show what they gave. */
export type Taken = (one: Waiting, answer: unknown) => void
const takers = new Set<Taken>()
export const onTaken = (tell: Taken): (() => void) => {
  takers.add(tell)
  return () => {
    takers.delete(tell)
  }
}
export const tellTaken: Taken = (one, answer) => {
  for (const tell of takers) tell(one, answer)
}

const engine = () => import('./engine.ts')

/** Opens the vault for whoever is signed in. @returns whether it is open */
export const startOffline = async (session: Session): Promise<boolean> => (await engine()).start(session)

/** The one who worked here last, if the device is still open for them without the node. */
export const sessionWithoutNode = async (): Promise<Session | undefined> =>
  deviceKeeps() ? (await engine()).startWithoutNode() : undefined

/**
 * Keeps a command and brings it to the node as soon as that answers. Resolves when it is kept, not when it is taken.
 * @throws DomainError `device-full` or `device-shut`: then it was not kept
 */
export const give = async (
  route: Route,
  input: { params?: unknown; query?: unknown; body?: unknown },
  given: Given,
): Promise<string> => (await engine()).give(route, input, given)

/** Keeps an answer sealed on the device, where that is open: what a page shows without a line. */
export const takeAlong = async (name: string, value: unknown, at: number): Promise<void> =>
  (await engine()).takeAlong(name, value, at)
export const takenAlong = async <T>(name: string): Promise<Kept<T> | undefined> =>
  state.open ? (await engine()).takenAlong<T>(name) : undefined

/**
 * A change that found no line waits here instead, where its route says that it may and the device is open. The words are those of
 * the log: "Registered a person".
 * @returns whether it waits
 */
export async function giveLater(
  route: Route,
  input: { params?: unknown; query?: unknown; body?: unknown },
  options: { ifMatch?: string; idempotencyKey?: string } = {},
): Promise<boolean> {
  if (route.offline !== 'queue' || route.method === 'GET' || !state.open) return false
  const { ifMatch, idempotencyKey } = options
  const parts = [input.params, input.body].filter(part => typeof part === 'object' && part !== null)
  await give(route, input, {
    label: { key: `audit.action.${route.audit}` },
    about: parts.flatMap(part =>
      Object.values(part).filter(value => typeof value === 'string' && isId(value)),
    ),
    ...(ifMatch ? { ifMatch } : {}),
    ...(idempotencyKey ? { id: idempotencyKey } : {}),
  })
  return true
}
const isId = (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)

const mark = 'kerege.keeps'
/** This browser keeps something: on all others nothing has to be fetched to lock it. */
export const markDevice = (): void => localStorage.setItem(mark, '1')
const deviceKeeps = (): boolean => {
  try {
    return localStorage.getItem(mark) !== null
  } catch {
    return false
  }
}

/** Locks what this device keeps; commands stay, unreadable until the same account signs in. */
export async function lockDevice(): Promise<void> {
  if (deviceKeeps()) await (await engine()).lock()
}
