/**
 * A list of 500 names into an operation: read, compared with the whole register, brought in as one batch, and the pages on which it then
 * stands. Processor time beside the clock, since other work on the machine makes a clock say more about the others; and how long the
 * node answered nobody else meanwhile.
 */
import { performance } from 'node:perf_hooks'
import { setTimeout as pause } from 'node:timers/promises'
import { call } from '@kerege/contract/client'
import * as lists from '@kerege/contract/repatriation/manifest/routes'
import { makeOperation } from '@kerege/contract/repatriation/operations/routes'
import pg from 'pg'
import { inventFamily } from '../../packages/server/src/demo/families.ts'
import { manifestName } from '../../packages/server/src/demo/names/compose.ts'
import { random } from '../../packages/server/src/demo/random.ts'
import { states } from '../../packages/server/src/demo/states.ts'
import { newId } from '../../packages/server/src/platform/ids.ts'
import { cpuBetween, cpuNow } from './cpu.ts'
import type { Ground } from './ground.ts'
import { load } from './load.ts'

const people = 500

export async function measureManifest(
  ground: Ground,
  server: { url: string; child: { pid?: number | undefined }; hold(): Promise<number> },
  say: (line: string) => void,
) {
  const owner = new pg.Client({ connectionString: ground.urls.ownerUrl })
  await owner.connect()
  const role = decodeURIComponent(new URL(ground.urls.serverUrl).username)
  const send = (url: string, init: RequestInit) =>
    fetch(`${server.url}${url}`, {
      ...init,
      headers: { ...(init.headers as Record<string, string>), cookie: ground.lead, 'x-kerege': '1' },
    })
  const now = () => cpuNow(owner, role, server.child.pid ?? 0)
  const rows: { what: string; figure: string; budget: string }[] = []
  const timed = async (what: string, work: () => Promise<unknown>) => {
    await server.hold()
    const [before, from] = [await now(), performance.now()]
    await work()
    const ms = performance.now() - from
    const cpu = cpuBetween(before, await now())
    const spent = `CPU ${(cpu.node / 1000).toFixed(1)} + ${(cpu.database / 1000).toFixed(1)} s`
    const figure = `${(ms / 1000).toFixed(1)} s (${spent}, longest hold ${(await server.hold()).toFixed(0)} ms)`
    rows.push({ what: `list of ${people} names: ${what}`, figure, budget: '10 s together' })
    say(`manifest, ${what}: ${figure}`)
  }
  try {
    // What a measurement that was broken off left on the register would be found alike.
    await owner.query('delete from people.persons where id in (select person_id from repatriation.lines)')
    const [operation, list] = [newId(), newId()]
    const { rows: areas } = await owner.query<{ code: string }>(
      'select code from access.areas order by code limit 1',
    )
    await call(send, makeOperation, { body: { id: operation, name: 'Bench', fromCountry: 'XX' } })
    const file = new TextEncoder().encode(listOf(people))
    await timed('read', () =>
      call(send, lists.bringManifest, { params: { id: operation }, query: { importId: list }, body: file }),
    )
    await timed('compared with the register', async () => {
      for (let left = 1; left > 0; )
        left = (await call(send, lists.matchImport, { params: { id: list } })).body.left
    })
    for (const what of ['clean', 'rest'] as const)
      await call(send, lists.decideImportRows, { params: { id: list }, body: { what } })
    await timed('brought in', () =>
      call(send, lists.finishImport, { params: { id: list }, body: { area: areas[0]?.code ?? '' } }),
    )
    await untilQuiet(owner)
    const pages = { operations: '/api/operations?limit=50', ...pagesOf(operation, list) }
    for (const [page, path] of Object.entries(pages)) {
      const get = () => ({ method: 'GET', path, cookie: ground.lead })
      await load(server.url, 2, 5, get)
      const before = await now()
      const { p50, p95, p99, failed, requests } = await load(server.url, 10, 10, get, 1000)
      const cpu = cpuBetween(before, await now())
      const each = `CPU ${(cpu.node / requests).toFixed(0)} + ${(cpu.database / requests).toFixed(0)} ms`
      const figure = `${p50.toFixed(1)} / ${p95.toFixed(1)} / ${p99.toFixed(1)} ms (${each})${failed > 0 ? ` (${failed} failed)` : ''}`
      rows.push({ what: `${page}, p50 / p95 / p99`, figure, budget: '40 ms (list)' })
      say(`manifest, ${page}: ${figure}`)
    }
    await timed('taken back', () =>
      call(send, lists.undoImport, { params: { id: list }, body: { reason: 'A benchmark' } }),
    )
    return rows
  } finally {
    await owner.end()
  }
}

const pagesOf = (operation: string, list: string) => ({
  'list of an operation, its first 50 lines': `/api/operations/${operation}/lines?limit=50`,
  [`list of an operation, all ${people} lines`]: `/api/operations/${operation}/lines`,
  'lists that were brought': `/api/operations/${operation}/imports`,
  'rows of a list, 25': `/api/manifest-imports/${list}/rows?limit=25`,
})

/** What was written is compared in the background; a page is measured when nothing of it waits, or after a minute. */
async function untilQuiet(owner: pg.Client) {
  for (let tries = 0; tries < 120; tries++) {
    const { rows } = await owner.query<{ n: number }>(
      "select count(*)::int as n from platform.outbox where topic = 'person.written'",
    )
    if (rows[0]?.n === 0) return
    await pause(500)
  }
}

function listOf(count: number): string {
  const chance = random('bench/manifest')
  const lines = ['No;Family;Name;Date of birth;Sex;Relationship']
  for (let family = 1; lines.length <= count; family++) {
    for (const [at, one] of inventFamily(chance, '2026-01-01', states.kz.traditions).members.entries()) {
      if (lines.length > count) break
      const { family: surname, given } = manifestName(one, chance)
      const relation = at === 0 ? 'head' : one.role
      lines.push([lines.length, family, `${surname} ${given}`, one.born, one.sex, relation].join(';'))
    }
  }
  return lines.join('\n')
}
