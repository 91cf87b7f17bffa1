/** The region in a box: five nodes in one process that share an engine and nothing else. */
import { createServer } from 'node:net'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { languages } from '@kerege/contract/common'
import { Start } from '@kerege/contract/access/schema'
import pg from 'pg'
import { afterAll, describe, expect, test } from 'vitest'
import { loadConfiguration } from '../platform/config.ts'
import { attachEngine } from '../platform/engine.ts'
import { prepareDatabase } from '../setup.ts'
import { removeFolder } from './folder.ts'
import { placesOf } from './places.ts'
import { freePorts } from './ports.ts'
import { type Filler, type Region, startRegion } from './region.ts'

const patience = 120_000
const folders: string[] = []
const regions: Region[] = []

async function emptyFolder() {
  const folder = await mkdtemp(join(tmpdir(), 'kerege-region-test-'))
  folders.push(folder)
  return folder
}

const filler: Filler = {
  fill: async (node, onProgress) => {
    onProgress(0.5)
    const owner = new pg.Client({ connectionString: node.urls.ownerUrl })
    await owner.connect()
    await owner.query('create table if not exists public.starts (at timestamptz default now())')
    await owner.query('insert into public.starts default values')
    await owner.end()
    onProgress(1)
  },
  doors: id => (id === 'kz' ? [{ key: 'a@kz.example', role: 'caseManager', name: 'A', hint: 'look' }] : []),
}

async function start(folder: string, firstPort: number, web?: () => Promise<string>, states?: string[]) {
  const region = await startRegion({
    folder,
    firstPort,
    ...(states ? { places: placesOf(states) ?? [] } : {}),
    web: web ?? (async () => join(folder, '..', `web-${process.pid}`)),
    filler,
    onProgress: () => undefined,
  })
  regions.push(region)
  return region
}

const get = async (url: string) => {
  const response = await fetch(url)
  return { status: response.status, body: (await response.json()) as Record<string, unknown> }
}

async function count(url: string) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const found = await client.query<{ count: string }>('select count(*) from public.starts')
  await client.end()
  return Number(found.rows[0]?.count)
}

afterAll(async () => {
  for (const region of regions) await region.stop()
  for (const folder of folders) await rm(folder, { recursive: true, force: true })
}, patience)

describe('the region refuses', () => {
  test('a folder with anything in it that the demo did not make', async () => {
    const folder = await emptyFolder()
    await writeFile(join(folder, 'letter.txt'), 'mine')
    await expect(start(folder, 24_500)).rejects.toThrow(/folder of its own/)
    await expect(removeFolder(folder)).rejects.toThrow(/not made by the demo/)
    expect(existsSync(join(folder, 'letter.txt'))).toBe(true)
  })
})

describe('the region', { timeout: patience }, () => {
  test('opens five nodes with a database each, keeps them, and can be thrown away', async () => {
    const [folder, web] = [await emptyFolder(), await emptyFolder()]
    let built: (folder: string) => void = () => undefined
    const region = await start(folder, 24_510, () => new Promise(resolve => (built = resolve)))
    expect(region.addresses.map(({ place }) => place.label)).toEqual(['hub', 'KZ', 'UZ', 'KG', 'TJ'])
    const hub = region.addresses[0]?.url ?? ''
    // The hub is there; the last of them is still prepared, and says so to whoever opens it.
    const waits = await fetch(region.addresses.at(-1)?.url ?? '')
    expect([waits.status, waits.headers.get('retry-after')]).toEqual([503, '2'])
    const first = Start.parse((await get(`${hub}/api/start`)).body).nodes
    expect(first.map(({ node, doors }) => [node.id, doors.length])).toContainEqual(['tj', 0])
    await opensWhileTheWebIsBuilt(hub)

    await writeFile(join(web, 'index.html'), '<!doctype html><title>Kerege</title>')
    built(web)
    const opened = await region.nodes
    await region.filled
    expect(await read(`${hub}/people`)).toMatchObject({
      status: 200,
      text: expect.stringContaining('<title>Kerege'),
    })
    expect((await read(`${hub}/public`)).status).toBe(200)
    expect((await read(`${hub}/nothing.css`)).status).toBe(404)

    for (const { running, place } of opened) {
      expect((await get(`${running.url}/health`)).status).toBe(200)
      expect((await get(`${running.url}/api/node`)).body).toMatchObject({
        id: place.id,
        kind: place.kind,
        demo: true,
      })
    }
    const page = await get(`${hub}/api/start`)
    const nodes = Start.parse(page.body).nodes
    expect(nodes).toHaveLength(5)
    expect(nodes[1]).toMatchObject({ ready: true, progress: 1, doors: [{ role: 'caseManager' }] })

    // Sovereignty: the roles of one node cannot even connect to another's database.
    const [, kz, uz] = opened
    const trespass = new URL(kz?.urls.serverUrl ?? '')
    trespass.pathname = new URL(uz?.urls.serverUrl ?? '').pathname
    const client = new pg.Client({ connectionString: trespass.toString() })
    await expect(client.connect()).rejects.toThrow(/permission denied for database/)
    const keys = await Promise.all(
      opened.map(({ place }) => readFile(join(folder, 'nodes', place.id, 'master.key'), 'utf8')),
    )
    expect(new Set(keys).size).toBe(5)

    // A real configuration that is pointed at a demo's database does not get in either.
    if (kz) {
      const real = prepareDatabase(kz.urls, { id: 'kz', kind: 'national', demo: false })
      await expect(real).rejects.toThrow(/invented people/)
    }

    // A second start says so, and disturbs nothing.
    await expect(start(folder, 24_520)).rejects.toThrow(`already runs on this data: open http://localhost:`)
    await expect(removeFolder(folder)).rejects.toThrow(/end it first/)
    expect((await get(`${kz?.running.url}/ready`)).status).toBe(200)
    await region.stop()
    expect(await attachEngine(folder)).toBeUndefined()

    // What was written is there after a restart with fewer of them, and each keeps its port, whoever else is there.
    const again = await start(folder, 24_510, async () => web, ['kz', 'tj'])
    expect(again.addresses.map(({ url }) => new URL(url).port)).toEqual(['24510', '24511', '24514'])
    await again.filled
    expect(await count((await again.nodes)[1]?.urls.ownerUrl ?? '')).toBe(2)
    await again.stop()

    // It ends when the web app cannot be built.
    const noWeb = async () => {
      throw new Error('no web app')
    }
    const without = await start(folder, 24_510, noWeb, [])
    await expect(without.filled).rejects.toThrow('no web app')
    await without.stop()

    expect(await removeFolder(folder)).toBe(true)
    expect(existsSync(folder)).toBe(false)
    expect(await removeFolder(folder)).toBe(false)
  })

  async function read(url: string) {
    const answer = await fetch(url, { headers: { 'accept-language': 'kk,ru;q=0.5' } })
    return { status: answer.status, headers: answer.headers, text: await answer.text() }
  }

  /** It says so, in seven languages, and the doors of the node are open. */
  async function opensWhileTheWebIsBuilt(url: string) {
    expect((await get(`${url}/ready`)).status).toBe(200)
    for (const path of ['/', '/people', '/public']) {
      const { status, headers, text } = await read(url + path)
      expect([path, status, headers.get('retry-after')]).toEqual([path, 503, '2'])
      expect(headers.get('content-security-policy')).toContain("script-src 'self'")
      expect(text).toContain('<html lang="kk"')
      expect(text).toContain('<meta http-equiv="refresh" content="2">')
      expect(text).not.toMatch(/<script|<style| style=/)
      for (const language of languages) expect(text).toContain(`lang="${language}"`)
    }
    expect((await read(`${url}/waiting.css`)).headers.get('content-type')).toContain('text/css')
    expect((await get(`${url}/api/nowhere`)).status).toBe(404)
  }

  test('cannot be opened by a real configuration', async () => {
    const folder = await emptyFolder()
    await writeFile(join(folder, 'demo.json'), '{}')
    const env = {
      KEREGE_NODE_ID: 'kz',
      KEREGE_NODE_KIND: 'national',
      KEREGE_PROFILE: 'kz',
      KEREGE_PUBLIC_URL: 'https://kerege.example',
      KEREGE_DATA: folder,
    }
    expect(() => loadConfiguration(undefined, env)).toThrow(/holds invented people/)
    await rm(join(folder, 'demo.json'))
    expect(loadConfiguration(undefined, env).dataDir).toBe(folder)
  })

  test('takes the next ports where some are taken', async () => {
    const [first = 0] = await freePorts(24_530, 3)
    const other = createServer()
    await new Promise<void>(resolve => other.listen(first + 1, '127.0.0.1', resolve))
    const ports = await freePorts(first, 3)
    expect(ports).not.toContain(first + 1)
    expect(new Set(ports).size).toBe(3)
    await new Promise(resolve => other.close(resolve))
  })
})
