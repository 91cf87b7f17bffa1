/**
 * Brings waiting commands to the node, one after the other. Each goes under its own key, so that a tab that dies in the
 * middle, or two tabs at once, change nothing twice. What the node does not take stays with its answer; what comes after it
 * about the same waits, the rest goes on. Never settles a conflict.
 */
import type { CallOptions } from '@kerege/contract/client'
import { DomainError } from '@kerege/contract/errors'
import { dropCommand, notTaken, readQueue, triedOnce, type Waiting } from './queue.ts'
import type { Vault } from './vault.ts'

export interface Line {
  vault: Vault
  /** The hat that is worn: commands given under another wait for that one. */
  hat: string
  device: string
  now: () => Date
  send: (command: Waiting, options: CallOptions) => Promise<unknown>
  /** The node took one. */
  onTaken?: (command: Waiting, answer: unknown) => void
}

/** `all`: nothing is left that could be sent now. */
export type ReplayEnd = 'all' | 'no-line' | 'signed-out'

const triesOfTheNode = 3

export async function replay(line: Line): Promise<ReplayEnd> {
  const passed = new Set<number>()
  for (;;) {
    const { waiting } = await readQueue(line.vault)
    const next = firstToSend(waiting, line.hat, passed)
    if (!next) return 'all'
    passed.add(next.seq)
    const end = await sendOne(line, next)
    if (end) return end
  }
}

/** The first that waits for nothing but the line. */
function firstToSend(
  waiting: readonly Waiting[],
  hat: string,
  passed: ReadonlySet<number> = new Set(),
): Waiting | undefined {
  const held = new Set<string>()
  for (const one of waiting) {
    const free = one.state === 'waiting' && one.hat === hat && !one.about.some(about => held.has(about))
    if (free && !passed.has(one.seq)) return one
    for (const about of one.about) held.add(about)
  }
  return undefined
}

async function sendOne(line: Line, one: Waiting): Promise<ReplayEnd | undefined> {
  const options: CallOptions = {
    idempotencyKey: one.id,
    ...(one.ifMatch ? { ifMatch: one.ifMatch } : {}),
    headers: {
      'kerege-device': line.device,
      'kerege-done-at': one.at,
      // Its clock as it is now: the node notes by how much it is wrong.
      'kerege-clock': line.now().toISOString(),
    },
  }
  try {
    const answer = await line.send(one, options)
    await dropCommand(line.vault, one.seq)
    line.onTaken?.(one, answer)
    return undefined
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    return afterRefusal(line, one, error)
  }
}

async function afterRefusal(line: Line, one: Waiting, error: DomainError): Promise<ReplayEnd | undefined> {
  const { kind, code, details } = error
  if (kind === 'unauthenticated') return 'signed-out'
  const later = kind === 'too-many' || code === 'try-again' || (kind === 'unavailable' && code !== 'internal')
  if (later) return 'no-line'
  if (code === 'internal' && one.tries + 1 < triesOfTheNode) {
    await triedOnce(line.vault, one)
    return 'no-line'
  }
  await notTaken(line.vault, one, { code, kind, details })
  return undefined
}
