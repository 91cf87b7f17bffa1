/** Load from outside: so many askers at once over kept-alive connections, for so many requests. */
import { Agent, request } from 'node:http'
import { performance } from 'node:perf_hooks'
import { setTimeout as pause } from 'node:timers/promises'

export interface Call {
  method: string
  path: string
  cookie: string
  body?: string
  ifMatch?: string
  /** An address of this machine to ask from: strangers are counted by theirs. */
  from?: string
}

export interface Figures {
  requests: number
  failed: number
  perSecond: number
  p50: number
  p95: number
  p99: number
}

export interface Reply {
  status: number
  text: string
  etag: string | undefined
}

export function send(agent: Agent, base: string, call: Call): Promise<Reply> {
  const url = new URL(call.path, base)
  return new Promise((resolve, reject) => {
    const headers: Record<string, string> = { cookie: call.cookie, 'x-kerege': '1' }
    if (call.body !== undefined) headers['content-type'] = 'application/json'
    const from = call.from === undefined ? {} : { localAddress: call.from }
    if (call.ifMatch) headers['if-match'] = call.ifMatch
    const asked = request(url, { agent, method: call.method, headers, ...from }, response => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          text: Buffer.concat(chunks).toString(),
          etag: response.headers.etag,
        }),
      )
      response.on('error', reject)
    })
    asked.on('error', error => {
      // A kept connection that the server closed in the same moment: nothing was asked yet, so it is asked anew.
      if (asked.reusedSocket && 'code' in error && error.code === 'ECONNRESET')
        resolve(send(agent, base, call))
      else reject(error)
    })
    asked.end(call.body)
  })
}

/**
 * @param next what the asker with this number sends as its nth request
 * @param thinkMs pause of an asker between two requests, on average; 0 asks as fast as the server answers
 */
export async function load(
  base: string,
  askers: number,
  perAsker: number,
  next: (asker: number, n: number) => Call | Promise<Call>,
  thinkMs = 0,
): Promise<Figures> {
  const agent = new Agent({ keepAlive: true, maxSockets: askers })
  const times: number[] = []
  let failed = 0
  const began = performance.now()
  await Promise.all(
    Array.from({ length: askers }, async (_, asker) => {
      for (let n = 0; n < perAsker; n++) {
        if (thinkMs > 0) await pause(thinkMs * (0.5 + ((asker * 7 + n * 13) % 100) / 100))
        const call = await next(asker, n)
        const start = performance.now()
        const reply = await send(agent, base, call)
        times.push(performance.now() - start)
        if (reply.status >= 400) failed += 1
      }
    }),
  )
  const seconds = (performance.now() - began) / 1000
  agent.destroy()
  times.sort((a, b) => a - b)
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0
  return {
    requests: times.length,
    failed,
    perSecond: times.length / seconds,
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
  }
}
