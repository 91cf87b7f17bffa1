/**
 * A list of 500 names into an operation: read, compared with the whole register, brought in as one batch. Processor time beside
 * the clock, since other work on the machine makes a clock say more about the others.
 */
import { performance } from 'node:perf_hooks'
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

const people = 500

export async function measureManifest(
  ground: Ground,
  server: { url: string; child: { pid?: number | undefined } },
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
    const [before, from] = [await now(), performance.now()]
    await work()
    const ms = performance.now() - from
    const cpu = cpuBetween(before, await now())
    const figure = `${(ms / 1000).toFixed(1)} s (CPU ${(cpu.node / 1000).toFixed(1)} + ${(cpu.database / 1000).toFixed(1)} s)`
    rows.push({ what: `list of ${people} names: ${what}`, figure, budget: '10 s together' })
    say(`manifest, ${what}: ${figure}`)
  }
  try {
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
    await timed('taken back', () =>
      call(send, lists.undoImport, { params: { id: list }, body: { reason: 'A benchmark' } }),
    )
    return rows
  } finally {
    await owner.end()
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
