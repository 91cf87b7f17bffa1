/**
 * Commands that wait for the node, in the order in which they were given. Each can be seen, and leaves only when the node
 * took it or a person said so. Sends nothing; replay.ts does.
 */
import { newId } from '../ui/newId.ts'
import type { Method, Route } from '@kerege/contract/route'
import type { CommandRow, CommandState } from './store.ts'
import { roomFor, seal, unseal, type Vault } from './vault.ts'

/** A call as data: any route of the contract that says `offline: 'queue'`. */
export interface Command {
  method: Method
  path: string
  input: { params?: unknown; query?: unknown; body?: unknown }
  ifMatch?: string
  /** What it does, in words of this app: a message and what stands in its blanks. */
  label: { key: string; values?: Readonly<Record<string, string | number>> }
  /** What it is about: a command waits for an earlier one about the same that was not taken. */
  about: readonly string[]
  /** When the person did it, by the clock of this device. */
  at: string
}

export interface Problem {
  code: string
  kind: string
  details: Readonly<Record<string, unknown>>
}

export interface Waiting extends Command {
  seq: number
  id: string
  hat: string
  state: CommandState
  tries: number
  problem?: Problem
}

/** Everything of this account on this device. */
export interface Queue {
  waiting: Waiting[]
  /** Sealed under a key that is gone. */
  lost: { seq: number }[]
}

export const commandOf = (
  route: Route,
  input: Command['input'],
  more: Pick<Command, 'label' | 'about' | 'at' | 'ifMatch'>,
): Command => {
  if (route.offline !== 'queue') throw new Error(`${route.method} ${route.path} cannot wait`)
  return { method: route.method, path: route.path, input, ...more }
}

/**
 * Given twice under one id, it is one command.
 * @throws DomainError `device-full`: then it was not kept
 */
export async function enqueue(vault: Vault, hat: string, command: Command, id = newId()): Promise<string> {
  const sealed = await seal(vault, `command:${id}`, command)
  const { account, keyId } = vault
  const { commands } = vault.store
  await roomFor(() =>
    vault.store.transaction('rw', commands, async () => {
      if (await commands.where('id').equals(id).count()) return
      await commands.add({ id, account, hat, keyId, state: 'waiting', tries: 0, sealed })
    }),
  )
  return id
}

export async function readQueue(vault: Vault): Promise<Queue> {
  const rows = await vault.store.commands.where('account').equals(vault.account).sortBy('seq')
  const queue: Queue = { waiting: [], lost: [] }
  for (const row of rows) {
    const one = await opened(vault, row)
    if (one) queue.waiting.push(one)
    else queue.lost.push({ seq: row.seq as number }) // a stored row has its number
  }
  return queue
}

// A whole boarding waits here, and is read after every tick: each command is unsealed once.
const read = new WeakMap<Vault, Map<string, Command>>()

async function commandIn(vault: Vault, row: CommandRow): Promise<Command | undefined> {
  const known = read.get(vault) ?? new Map<string, Command>()
  read.set(vault, known)
  const before = known.get(row.id)
  if (before || row.keyId !== vault.keyId) return before
  // Sealed by enqueue.
  const command = (await unseal(vault, `command:${row.id}`, row.sealed)) as Command | undefined
  if (command) known.set(row.id, command)
  return command
}

async function opened(vault: Vault, row: CommandRow): Promise<Waiting | undefined> {
  const command = await commandIn(vault, row)
  if (!command) return undefined
  const problem =
    row.problem && ((await unseal(vault, `problem:${row.id}`, row.problem)) as Problem | undefined)
  const { id, hat, state, tries } = row
  return {
    ...command,
    seq: row.seq as number, // a stored row has its number
    id,
    hat,
    state,
    tries,
    ...(problem ? { problem } : {}),
  }
}

/** How many wait on this device for somebody else to sign in; nothing else is known of them. */
export const ofOthers = (vault: Vault): Promise<number> =>
  vault.store.commands.where('account').notEqual(vault.account).count()

export const dropCommand = (vault: Vault, seq: number): Promise<void> => vault.store.commands.delete(seq)

/** It did not reach the node, or the node was not itself. */
export const triedOnce = async (vault: Vault, { seq, tries }: Waiting): Promise<void> =>
  void (await vault.store.commands.update(seq, { tries: tries + 1 }))

/** The node did not take it: it stays, with what was answered, until a person says what becomes of it. */
export async function notTaken(vault: Vault, one: Waiting, problem: Problem): Promise<void> {
  const sealed = await seal(vault, `problem:${one.id}`, problem)
  const state: CommandState = problem.kind === 'conflict' ? 'conflict' : 'refused'
  await roomFor(() => vault.store.commands.update(one.seq, { state, problem: sealed }))
}

/** Sent once more as it is: the same command, so the same key. */
export const sendAgain = (vault: Vault, seq: number): Promise<number> =>
  vault.store.commands
    .where('seq')
    .equals(seq)
    .modify(row => {
      row.state = 'waiting'
      row.tries = 0
      delete row.problem
    })

/** Another command in the place of one that was not taken: what a person chose, under a key of its own. */
export async function replaceCommand(
  vault: Vault,
  seq: number,
  hat: string,
  command: Command,
): Promise<void> {
  const id = newId()
  const sealed = await seal(vault, `command:${id}`, command)
  const { account, keyId } = vault
  await roomFor(() =>
    vault.store.commands.put({ seq, id, account, hat, keyId, state: 'waiting', tries: 0, sealed }),
  )
}
