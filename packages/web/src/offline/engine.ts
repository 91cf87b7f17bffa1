/**
 * Runs the queue of this tab: opens the vault, keeps what is given, sends when the node answers, tells the screen. One for the
 * whole page; several tabs share store and queue, and whoever holds the lock sends.
 */
import { newId } from '../ui/newId.ts'
import { getNode, unlockDevice } from '@kerege/contract/access/routes'
import type { Session } from '@kerege/contract/access/schema'
import type { CallOptions } from '@kerege/contract/client'
import { DomainError } from '@kerege/contract/errors'
import type { Route } from '@kerege/contract/route'
import { liveQuery } from 'dexie'
import { lineIsUp, onLine, queryClient, send } from '../api.ts'
import { type Kept, keepAnswer, keptAnswer } from './kept.ts'
import {
  type Command,
  commandOf,
  dropCommand,
  enqueue,
  ofOthers,
  readQueue,
  replaceCommand,
  sendAgain,
  type Waiting,
} from './queue.ts'
import { replay } from './replay.ts'
import { type Given, markDevice, resetOffline, setOffline, type Taken, tellTaken } from './state.ts'
import { type DeviceStore, deviceId, openStore } from './store.ts'
import { lockAll, openVault, openWithoutNode, type Vault } from './vault.ts'

const askAgainMs = 20_000
/** A network that has just come back often carries nothing in its first moment. */
const soonAgainMs = [2000, 6000] as const

interface Running {
  store: DeviceStore
  vault: Vault
  hat: string
  device: string
  stop: () => void
}
let store: DeviceStore | undefined
let running: Running | undefined

const theStore = () => {
  store ??= openStore()
  return store
}

let starting: Promise<unknown> = Promise.resolve()

/** One after the other: page and frame ask for it at the same time. */
export function start(session: Session): Promise<boolean> {
  const next = starting.then(() => begin(session))
  starting = next
  return next
}

async function begin(session: Session): Promise<boolean> {
  // Nothing is kept of another role's screens, which are empty.
  if (session.viewing) return false
  const { account, hat } = session
  if (running?.vault.account === account.id && running.vault.until > Date.now()) {
    running.hat = hat.id
    await keepAnswer(running.vault, 'session', session, Date.now())
    void bring()
    return true
  }
  try {
    const device = await deviceId(theStore())
    const vault = await openVault(theStore(), account.id, () => askLock(device), Date.now())
    await keepAnswer(vault, 'session', session, Date.now())
    markDevice()
    run(vault, hat.id, device)
    return true
  } catch (error) {
    // Without room or in a private window nothing can be kept: the page says so, and works with a line.
    if (!(error instanceof DomainError) || error.code === 'device-full') setOffline({ unable: true })
    return false
  }
}

async function askLock(device: string): Promise<Uint8Array<ArrayBuffer>> {
  const { body } = await send(unlockDevice, { body: { device } })
  return Uint8Array.from(atob(body.lock), char => char.charCodeAt(0))
}

export async function startWithoutNode(): Promise<Session | undefined> {
  if (!('indexedDB' in globalThis)) return undefined
  const vault = await openWithoutNode(theStore(), Date.now())
  const session = vault && (await keptAnswer<Session>(vault, 'session'))?.value
  if (!vault || !session) return undefined
  run(vault, session.hat.id, await deviceId(theStore()))
  return session
}

function run(vault: Vault, hat: string, device: string) {
  running?.stop()
  const watch = liveQuery(() => vault.store.commands.count()).subscribe({ next: () => void look() })
  const comes = () => void bring()
  let soon: readonly ReturnType<typeof setTimeout>[] = []
  const notSoon = () => {
    for (const one of soon) clearTimeout(one)
  }
  const comesBack = () => {
    comes()
    notSoon()
    soon = soonAgainMs.map(ms => setTimeout(() => void askNode(), ms))
  }
  addEventListener('online', comesBack)
  const quiet = onLine(comes)
  const timer = setInterval(() => void askNode(), askAgainMs)
  const stop = () => {
    watch.unsubscribe()
    removeEventListener('online', comesBack)
    notSoon()
    quiet()
    clearInterval(timer)
  }
  running = { store: vault.store, vault, hat, device, stop }
  setOffline({ open: true, until: vault.until, unable: false })
  comes()
}

/** While something waits, or nobody knows whether the node is there: is it? And are the hours over? */
async function askNode() {
  if (!running) return
  if (running.vault.until <= Date.now()) return lock()
  const { waiting } = await readQueue(running.vault)
  if (waiting.some(one => one.state === 'waiting')) await bring()
  else if (!lineIsUp()) await send(getNode, {}).catch(() => undefined)
}

/** Reads the queue anew for the screen. */
async function look() {
  if (!running) return
  const { vault } = running
  const [{ waiting, lost }, others] = await Promise.all([readQueue(vault), ofOthers(vault)])
  if (running?.vault === vault) setOffline({ waiting, lost, others })
}

let bringing: Promise<unknown> | undefined

/** Sends what can be sent; one tab at a time, where the browser can say so. Twice would do no harm. */
export async function bring(): Promise<void> {
  if (!running || bringing) return
  const { vault, hat, device } = running
  setOffline({ sending: true })
  let taken = 0
  const onTaken: Taken = (one, answer) => {
    taken++
    tellTaken(one, answer)
  }
  const work = () => replay({ vault, hat, device, now: () => new Date(), send: sendOne, onTaken })
  const locks = navigator.locks as LockManager | undefined
  bringing = locks
    ? locks.request('kerege.queue', { ifAvailable: true }, held => (held ? work() : undefined))
    : work()
  try {
    await bringing
    // Reads leave a trace in the log: nothing is asked again when nothing has changed.
    if (taken > 0) void queryClient.invalidateQueries()
  } finally {
    bringing = undefined
    setOffline({ sending: false })
    await look()
  }
}

/** A stored call is sent by its pattern and input; only the way to it is needed of a route. */
const sendOne = async (one: Waiting, options: CallOptions) => {
  const route = { method: one.method, path: one.path, access: 'signed-in' } as Route
  return (await send(route, one.input as never, options)).body
}

export async function give(route: Route, input: Command['input'], given: Given): Promise<string> {
  if (!running) throw new DomainError('unavailable', 'device-shut')
  const { label, about = [], ifMatch, id = newId() } = given
  const at = new Date().toISOString()
  const command = commandOf(route, input, { label, about, at, ...(ifMatch ? { ifMatch } : {}) })
  await enqueue(running.vault, running.hat, command, id)
  await look()
  void bring()
  return id
}

export const takeAlong = async (name: string, value: unknown, at: number): Promise<void> =>
  running && keepAnswer(running.vault, name, value, at)
export const takenAlong = async <T>(name: string): Promise<Kept<T> | undefined> =>
  running && keptAnswer<T>(running.vault, name)

export async function again(seq: number): Promise<void> {
  if (running) await sendAgain(running.vault, seq)
  await look()
  await bring()
}
export async function forget(seq: number): Promise<void> {
  if (running) await dropCommand(running.vault, seq)
  await look()
  void bring()
}
export async function instead(seq: number, command: Command): Promise<void> {
  if (running) await replaceCommand(running.vault, seq, running.hat, command)
  await look()
  await bring()
}

export async function lock(): Promise<void> {
  running?.stop()
  running = undefined
  resetOffline()
  await lockAll(theStore())
}
