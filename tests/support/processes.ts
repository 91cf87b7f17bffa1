/** Real server processes of one node, and somebody between them who passes each request on to the next: as a proxy does, and as simply. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'

const main = new URL('../../packages/server/src/cli/main.ts', import.meta.url).pathname

export interface ServerProcess {
  readonly url: string
  readonly log: string[]
  /** At once, in the middle of whatever it does. */
  kill(): Promise<void>
  /** Asks it to end. @returns its exit code */
  end(): Promise<number | null>
}

/** Starts `kerege serve`, and waits until it says its address. */
export async function serverProcess(
  port: number,
  env: Readonly<Record<string, string>>,
): Promise<ServerProcess> {
  const child = spawn(process.execPath, [main, 'serve'], {
    env: { ...process.env, ...env, KEREGE_PORT: String(port) },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const log: string[] = []
  createInterface({ input: child.stderr }).on('line', line => log.push(line))
  const ended = once(child, 'close')
  const ready = new Promise<void>(resolve => {
    createInterface({ input: child.stdout }).on('line', line => {
      log.push(line)
      if (line.includes('http')) resolve()
    })
  })
  const first = await Promise.race([ready.then(() => 'ready'), ended.then(() => 'ended')])
  if (first === 'ended') throw new Error(`A server did not start:\n${log.slice(-5).join('\n')}`)
  return {
    url: `http://127.0.0.1:${port}`,
    log,
    kill: () => send(child, ended, 'SIGKILL').then(() => undefined),
    end: () => send(child, ended, 'SIGTERM'),
  }
}

async function send(child: ChildProcess, ended: Promise<unknown[]>, signal: 'SIGKILL' | 'SIGTERM') {
  if (child.exitCode === null && child.signalCode === null) child.kill(signal)
  await ended
  return child.exitCode
}

/** Requests in turns. Who does not answer is asked again with a later request: nobody here knows that a process has ended. */
export function inTurns(urls: readonly string[]) {
  let turn = 0
  const request = (path: string, init?: RequestInit): Promise<Response> => {
    turn += 1
    return fetch(urls[turn % urls.length] + path, init)
  }
  return { request }
}
