/**
 * `node scripts/bench/speakers.ts [LISTENERS]`: opens the live list of speakers that often on a hub of its own, changes it,
 * and says how long after the chair's own answer everybody has heard. Listeners and node share this machine, so the figure is an upper one.
 */
import { askFloor, getFloor, liveFloor, nextSpeaker, setFloor } from '@kerege/contract/council/agendaRoutes'
import { listParties, listSessions } from '@kerege/contract/council/routes'
import { enterDemo } from '@kerege/contract/access/routes'
import { call, urlOf } from '@kerege/contract/client'
import { newId } from '../../packages/server/src/platform/ids.ts'
import { nodeOf, startRegion } from '../../tests/support/region.ts'

const listeners = Number(process.argv[2] ?? 300)
const rounds = 10

const region = await startRegion(4950)
try {
  const { url, doors } = nodeOf(region, 'hub')
  const door = doors.find(one => one.role === 'chair')
  let cookie = ''
  const fetcher = async (path: string, init: RequestInit) => {
    const headers = { ...(init.headers as Record<string, string>), 'x-kerege': '1', cookie }
    const response = await fetch(url + path, { ...init, headers })
    const set = response.headers.getSetCookie().map(one => one.split(';')[0])
    if (set.length > 0) cookie = set.join('; ')
    return response
  }
  await call(fetcher, enterDemo, { body: { key: door?.key ?? '' } })
  const { rows } = (await call(fetcher, listSessions, { query: { state: 'invited' } })).body
  const params = { id: rows[0]?.id ?? '' }
  const parties = (await call(fetcher, listParties, {})).body.rows
  await call(fetcher, setFloor, { params, body: { open: true } })

  /** Version that each listener heard last, and a bell for every event. */
  const heard = new Array<number>(listeners).fill(-1)
  let bell = () => {}
  const abort = new AbortController()
  for (let at = 0; at < listeners; at += 1) {
    const response = await fetch(url + urlOf(liveFloor, { params }), {
      headers: { cookie },
      signal: abort.signal,
    })
    if (response.status !== 200) throw new Error(`listener ${at}: ${response.status}`)
    void follow(response, version => {
      heard[at] = version
      bell()
    }).catch(() => undefined)
  }

  const times: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const partyId = parties[round % parties.length]?.id ?? ''
    const { version } = (
      await call(fetcher, askFloor, { params, body: { id: newId(), partyId } }).catch(() =>
        call(fetcher, getFloor, { params }),
      )
    ).body
    const moved = (await call(fetcher, nextSpeaker, { params, body: { version } })).body.version
    const answered = performance.now()
    await new Promise<void>(resolve => {
      bell = () => {
        if (heard.every(one => one >= moved)) resolve()
      }
      bell()
    })
    times.push(performance.now() - answered)
  }
  abort.abort()
  times.sort((one, other) => one - other)
  const shown = (at: number) => Math.round(times[Math.min(times.length - 1, at)] ?? 0)
  const result = { listeners, rounds, medianMs: shown(rounds / 2), worstMs: shown(rounds - 1) }
  process.stdout.write(`${JSON.stringify(result)}\n`)
} finally {
  await region.stop()
}

async function follow(response: Response, onVersion: (version: number) => void) {
  const decoder = new TextDecoder()
  let text = ''
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk as Uint8Array, { stream: true })
    const end = text.lastIndexOf('\n\n')
    if (end < 0) continue
    for (const found of text.slice(0, end).matchAll(/\nid: (\d+)/g)) onVersion(Number(found[1]))
    text = text.slice(end + 2)
  }
}
