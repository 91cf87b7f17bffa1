/**
 * A whole region for a journey or a picture: started by the same command that a newcomer types, in a folder of
 * its own, and entered by the demo doors. Knows the public ways in and nothing of what is behind them.
 */
import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { BrowserContext } from 'playwright-core'
import type { Language } from '../../packages/contract/src/common.ts'
import { getStart } from '../../packages/contract/src/access/routes.ts'
import { call } from '../../packages/contract/src/client.ts'
import type { Start } from '../../packages/contract/src/access/schema.ts'

export interface Region {
  readonly nodes: Start['nodes']
  /** Data of the region, for commands that work on it. */
  readonly folder: string
}

export interface RunningRegion extends Region {
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

export function nodeOf(region: Region, id: string): Start['nodes'][number] {
  const found = region.nodes.find(({ node }) => node.id === id)
  if (!found) throw new Error(`The region has no node ${id}.`)
  return found
}

/** Signs a browser in through the demo door of a role. @returns the address of the node */
export async function enter(
  region: Region,
  context: BrowserContext,
  id: string,
  role: string,
): Promise<string> {
  const { url, doors } = nodeOf(region, id)
  // A role's first door, or the one of this key: `practitioner-tj`.
  const door = doors.find(one => one.role === role) ?? doors.find(one => one.hint === role)
  if (!door) throw new Error(`Node ${id} has no door for ${role}.`)
  const answer = await context.request.post(`${url}/api/demo/door`, {
    data: { key: door.key },
    headers: { 'x-kerege': '1' },
  })
  if (!answer.ok()) throw new Error(`The door of ${role} answered ${answer.status()}: ${await answer.text()}`)
  return url
}

/** The language as somebody chose it on this device before; goes ahead of what the account or browser says. */
export const chooseLanguage = async (context: BrowserContext, language: Language): Promise<void> => {
  // The empty page that a tab begins with has no store.
  await context.addInitScript(
    `if (location.protocol !== 'about:') localStorage.setItem('kerege.language', '${language}')`,
  )
}
