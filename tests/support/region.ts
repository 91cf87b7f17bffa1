/**
 * A whole region for a journey or a picture: started by the same command that a newcomer types, in a folder of
 * its own, and entered by the door. Knows the public ways in; how its people came by their keys stands in `owners.ts`.
 */
import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { BrowserContext, Page } from 'playwright-core'
import type { Language } from '../../packages/contract/src/common.ts'
import { getStart } from '../../packages/contract/src/access/routes.ts'
import { call } from '../../packages/contract/src/client.ts'
import type { Start } from '../../packages/contract/src/access/schema.ts'
import { comeIn, type Owner, type Words } from './door.ts'

export interface Place {
  readonly nodes: Start['nodes']
  /** Data of the region, for commands that work on it. */
  readonly folder: string
}

export interface Region extends Place {
  /** Whom the start page has for a role, or for a key of its own: `practitioner-tj`. */
  owner(node: string, role: string): Promise<Owner>
}

export interface RunningRegion extends Place {
  stop(): Promise<void>
}

/** As long as something happens it is waited for: a busy machine is slow, and no fault of the region. */
const patienceMs = { silent: 90_000, whole: 240_000 } as const
const kerege = join(import.meta.dirname, '../../scripts/kerege.mjs')

/**
 * Resolves when every node is filled. Ports far from those of a region that somebody looks at.
 * @param states whose nodes stand beside the hub: no journey needs more, and each takes seconds to fill
 */
export async function startRegion(firstPort = 4700, states = 'kz'): Promise<RunningRegion> {
  const folder = await mkdtemp(join(tmpdir(), 'kerege-region-'))
  const child = spawn(
    process.execPath,
    // Small: journeys meet the same people as ever, and wait for no others.
    [
      kerege,
      'demo',
      '--data',
      join(folder, 'data'),
      '--port',
      String(firstPort),
      '--states',
      states,
      '--small',
    ],
    {
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    },
  )
  let said = ''
  let last = Date.now()
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      said += text
      last = Date.now()
    })
  }
  const ended = new Promise<void>(resolve => child.once('exit', () => resolve()))
  const stop = async () => {
    child.kill('SIGINT')
    const tooLong = setTimeout(() => child.kill('SIGKILL'), 20_000)
    await ended
    clearTimeout(tooLong)
    await rm(folder, { recursive: true, force: true })
  }
  try {
    const began = Date.now()
    let shares = ''
    const isWaitedFor = () =>
      Date.now() - last < patienceMs.silent &&
      Date.now() - began < patienceMs.whole &&
      child.exitCode === null
    while (isWaitedFor()) {
      const found = await nodesOf(said)
      if (found?.every(({ ready }) => ready)) return { nodes: found, folder: join(folder, 'data'), stop }
      // How far each is filled: what moves, though nothing is printed of it.
      const now = JSON.stringify(found?.map(({ progress }) => progress))
      if (now !== shares) last = Date.now()
      shares = now
      await pause(200)
    }
    throw new Error('the region did not become ready')
  } catch (error) {
    await stop()
    throw new Error(`${(error as Error).message}; it said:\n${said}`, { cause: error })
  }
}

/** The nodes, as the hub's start page tells them, once its doors are open. */
async function nodesOf(said: string): Promise<Start['nodes'] | undefined> {
  const hub = /^\s*hub\s+(http:\/\/\S+)/m.exec(said)?.[1]
  if (!hub) return undefined
  const { body } = await call((path, init) => fetch(new URL(path, hub), init), getStart, {})
  return body.nodes
}

export function nodeOf(region: Place, id: string): Start['nodes'][number] {
  const found = region.nodes.find(({ node }) => node.id === id)
  if (!found) throw new Error(`The region has no node ${id}.`)
  return found
}

/** Address by which a role signs in. */
export function emailOf(region: Place, id: string, role: string): string {
  const { doors } = nodeOf(region, id)
  const door = doors.find(one => one.role === role) ?? doors.find(one => one.hint === role)
  if (!door) throw new Error(`Node ${id} has nobody who is ${role}.`)
  return door.key
}

/** Comes in at a node as somebody of the region. @returns the address of the node */
export async function enter(
  region: Region,
  page: Page,
  id: string,
  role: string,
  words: Words,
  to?: string,
): Promise<string> {
  const node = nodeOf(region, id)
  await comeIn(page, node, await region.owner(id, role), words, to)
  return node.url
}

/** The language as somebody chose it on this device before; goes ahead of what the account or browser says. */
export const chooseLanguage = async (context: BrowserContext, language: Language): Promise<void> => {
  // The empty page that a tab begins with has no store.
  await context.addInitScript(
    `if (location.protocol !== 'about:') localStorage.setItem('kerege.language', '${language}')`,
  )
}
