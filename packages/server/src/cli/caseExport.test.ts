/** `kerege case export`: what is refused before anything is asked, what the node refuses, and the file that the page would give. */
import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { searchAudit } from '@kerege/contract/audit/routes'
import { openCase } from '@kerege/contract/cases/routes'
import { readBundle } from '@kerege/contract/fhir/bundle'
import { registerPerson } from '@kerege/contract/people/routes'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../platform/ids.ts'
import { draft } from '../testing/people.ts'
import { type Somebody, type World, world } from '../testing/world.ts'
import { caseCommand } from './case.ts'
import { exportCase } from './caseExport.ts'
import type { Io } from './io.ts'

let w: World
let lead: Somebody
const folder = await mkdtemp(join(tmpdir(), 'kerege-case-'))
const caseId = newId()
const personId = newId()
const reason = 'The family asks for a copy'
beforeAll(async () => {
  w = await world()
  lead = await w.somebody('supervisor')
  await w.as(lead)(registerPerson, { body: draft({ id: personId }) })
  const body = { id: caseId, personId, origin: 'walk-in' as const }
  expect((await w.as(lead)(openCase, { body })).status).toBe(201)
})
afterAll(async () => {
  await w.close()
  await rm(folder, { recursive: true, force: true })
})

async function run(args: string[], who: Somebody | undefined, typed = '') {
  const said = { out: '', err: '' }
  const writer = (name: 'out' | 'err') => ({ write: (text: string) => (said[name] += text) })
  const io = {
    stdin: Readable.from([typed]),
    stdout: writer('out'),
    stderr: writer('err'),
    env: who ? { KEREGE_SESSION: who.cookie } : {},
  } as unknown as Io // of its outside, this command uses these alone
  const fetcher = async (url: string, init: RequestInit) => w.running.app.request(url, init)
  const code = await exportCase(args, io, fetcher as typeof fetch)
  return { code, ...said }
}
const at = (name: string) => join(folder, name)
const asked = (name: string, ...more: string[]) => [
  caseId,
  '--node',
  'http://localhost:4999',
  '--to',
  at(name),
  ...more,
]

test.each<[string[], string]>([
  [[], 'Say which case'],
  [[caseId], 'Say which node'],
  [[caseId, '--node', 'http://localhost:4999'], 'Say where to'],
  [asked('a').concat('--contact', 'school'), '--contact must be'],
  [asked('a').concat('--contact', caseId), 'come together'],
  [asked('a').concat('--purpose', 'school'), 'come together'],
  [asked('a').concat('--reason', 'x'), 'The reason must have'],
])('%j is refused before anything is asked', async (args, sentence) => {
  const refused = run(args, lead)
  await expect(refused).rejects.toThrow(sentence)
  await expect(refused).rejects.toMatchObject({ exitCode: 2 })
})

test('without a session, without the right, for a stranger and over another file; nothing stays behind', async () => {
  const because = ['--reason', reason]
  await expect(run(asked('a', ...because), undefined)).rejects.toThrow('KEREGE_SESSION must hold')
  const worker = await w.somebody('caseManager')
  await expect(run(asked('a', ...because), worker)).rejects.toThrow('not-allowed')
  const stranger = await w.somebody('supervisor', await w.agency())
  await expect(run(asked('a', ...because), stranger)).rejects.toThrow('not-found')
  const to = ['--contact', newId(), '--purpose', 'school']
  await expect(run(asked('a', ...because, ...to), lead)).rejects.toThrow('refuses')
  await writeFile(at('mine'), 'keep')
  await expect(run(asked('mine', ...because), lead)).rejects.toThrow('is there already')
  expect(await readFile(at('mine'), 'utf8')).toBe('keep')
  expect(await readdir(folder)).toEqual(['mine'])
  await expect(caseCommand([], {} as Io)).rejects.toThrow('Say what to do')
})

test('the file of the page, for its owner alone, with the reason that was typed in the log', async () => {
  const { code, out, err } = await run(asked('case.json'), lead, `${reason}\n`)
  expect(code).toBe(0)
  expect(err).toContain('Why is this case taken out?')
  const bytes = await readFile(at('case.json'))
  expect(JSON.parse(out)).toEqual({
    case: caseId,
    file: at('case.json'),
    bytes: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  })
  expect((await stat(at('case.json'))).mode & 0o777).toBe(0o600)
  const bundle = JSON.parse(bytes.toString()) as { meta: { tag: unknown[] } }
  expect(readBundle(bundle)).toBeDefined()
  expect(bundle.meta.tag.length).toBeGreaterThan(0)
  const auditor = await w.somebody('ombudsperson')
  await w.grant(auditor, personId, 'task')
  const log = await w.as(auditor)(searchAudit, { query: { action: 'case-fhir.exported', limit: 200 } })
  expect(log.body.rows.some(row => row.subjects.includes(personId))).toBe(true)
})
