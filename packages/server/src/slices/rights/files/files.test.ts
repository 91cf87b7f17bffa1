/** Seeing one's own file: whose word counts, that a second person releases it, that the code opens everything, and that it is everything. */
import { decideApproval, getApproval } from '@kerege/contract/approvals/routes'
import { writeNote } from '@kerege/contract/casework/routes'
import { addRelation } from '@kerege/contract/people/kinship/routes'
import { registerPerson } from '@kerege/contract/people/routes'
import { receiptLetters } from '@kerege/contract/rights/complaints'
import {
  askFile,
  handOverFile,
  openFile,
  personFiles,
  previewFile,
  withholdItem,
} from '@kerege/contract/rights/fileRoutes'
import type { AskFile, FileItem } from '@kerege/contract/rights/files'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../../platform/ids.ts'
import { contact, draft } from '../../../testing/people.ts'
import { type Somebody, type World, world } from '../../../testing/world.ts'

let w: World
let now = new Date()
let worker: Somebody
let lead: Somebody
beforeAll(async () => {
  w = await world({ now: () => now })
  worker = await w.somebody('caseManager')
  lead = await w.somebody('supervisor')
})
afterAll(() => w.close())

const code = () =>
  Array.from({ length: 12 }, () => receiptLetters[Math.floor(Math.random() * 32)] ?? '0').join('')
const dayOf = (at: Date) => at.toISOString().slice(0, 10)
async function person(birth: string): Promise<string> {
  const body = draft({ contact: contact({ birth: { precision: 'day', date: birth } }) })
  expect(await w.as(worker)(registerPerson, { body })).toMatchObject({ status: 201 })
  return body.id
}
const adult = () => person('1990-05-01')
const child = () => person('2019-05-01')
const asked = (over: Partial<AskFile> = {}): AskFile => ({
  id: newId(),
  code: code(),
  askedBy: 'self',
  identity: 'document',
  language: 'kk',
  askedOn: dayOf(new Date(now.getTime() - 86_400_000)),
  ...over,
})
const ask = (personId: string, body: AskFile, who = worker) =>
  w.as(who)(askFile, { params: { id: personId }, body })
async function release(approvalId: string, verdict: 'approved' | 'refused' = 'approved', who = lead) {
  const { etag = '"1"' } = await w.as(who)(getApproval, { params: { id: approvalId } })
  const body = { verdict, ...(verdict === 'refused' ? { comment: 'The court has to say first' } : {}) }
  return w.as(who)(decideApproval, { params: { id: approvalId }, body }, { ifMatch: etag })
}
const open = (its: string) => w.as(null)(openFile, { body: { code: its } })
const words = (items: readonly FileItem[]) => items.flatMap(item => item.fields.map(field => field.value))

describe('a request is refused', () => {
  test('by roles that record none, and of a stranger as of nobody', async () => {
    const id = await adult()
    for (const role of ['teacher', 'ombudsperson', 'familyMember', 'nationalCoordinator'] as const) {
      expect([role, (await ask(id, asked(), await w.somebody(role))).status]).toEqual([role, 403])
    }
    const stranger = await w.somebody('caseManager', await w.agency())
    for (const one of [id, newId()]) expect((await ask(one, asked(), stranger)).status).toBe(404)
  })

  test('where somebody asks in whose place they do not decide', async () => {
    const small = await child()
    expect(await ask(small, asked())).toMatchObject({
      status: 422,
      body: { faults: [{ pointer: '/askedBy', code: 'not-theirs-to-ask' }] },
    })
    expect(await ask(small, asked({ askedBy: 'carer', relationId: newId() }))).toMatchObject({
      status: 422,
      body: { faults: [{ pointer: '/relationId', code: 'not-found' }] },
    })
    const tall = await adult()
    expect(
      (await ask(tall, asked({ askedBy: 'carer', relationId: newId() }))).body as unknown as {
        faults: { pointer: string }[]
      },
    ).toMatchObject({ faults: [{ pointer: '/askedBy' }, { pointer: '/relationId' }] })
    const relationId = newId()
    const mother = {
      who: 'outside' as const,
      outsiderId: newId(),
      name: 'Гүлсара',
      sex: 'female' as const,
      life: 'alive' as const,
    }
    const told = {
      id: relationId,
      kind: 'parent' as const,
      basis: 'biological' as const,
      standing: 'claimed' as const,
    }
    await w.as(worker)(addRelation, { params: { id: small }, body: { ...told, other: mother, evidence: [] } })
    expect(await ask(small, asked({ askedBy: 'carer', relationId }))).toMatchObject({
      status: 201,
      body: { state: 'asked' },
    })
    expect(await ask(small, asked({ askedBy: 'court' }))).toMatchObject({
      status: 409,
      body: { code: 'file-asked' },
    })
  })

  test('the code opens nothing before a second person released it, and nothing when they did not', async () => {
    const id = await adult()
    const body = asked()
    const { approvalId = '' } = (await ask(id, body)).body
    expect((await open(body.code)).status).toBe(404)
    expect((await release(approvalId, 'approved', worker)).status).toBeGreaterThanOrEqual(400)
    await release(approvalId, 'refused')
    expect((await open(body.code)).status).toBe(404)
    expect((await w.as(worker)(personFiles, { params: { id } })).body).toMatchObject({
      rows: [{ state: 'refused' }],
      mayAsk: true,
    })
  })
})

describe('somebody', () => {
  test('reads everything with the code, sections that the worker does not open too, without what is kept back', async () => {
    const id = await adult()
    const psychologist = await w.somebody('psychologist')
    await w.grant(psychologist, id, 'task')
    const note = (section: 'social' | 'mhpss', text: string, who: Somebody) =>
      w.as(who)(writeNote, {
        params: { id },
        body: {
          id: newId(),
          compartment: section,
          kind: 'call',
          heldOn: dayOf(new Date(now.getTime() - 86_400_000)),
          words: text,
        } as never,
      })
    expect((await note('social', 'Жатақханаға көшті', worker)).status).toBe(201)
    expect((await note('social', 'Көршісі Сәуле айтты', worker)).status).toBe(201)
    expect((await note('mhpss', 'Ұйқысы жақсарды', psychologist)).status).toBe(201)

    const body = asked()
    const made = await ask(id, body)
    expect((await ask(id, body)).body).toEqual(made.body)
    const shown = (await w.as(worker)(previewFile, { params: { id: body.id } })).body
    const notes = shown.heads.find(one => one.head === 'notes')?.items ?? []
    expect(words(notes)).toContain('Жатақханаға көшті')
    expect(words(notes)).not.toContain('Ұйқысы жақсарды')
    const neighbour = notes.find(item => words([item]).includes('Көршісі Сәуле айтты'))
    const keep = (rowId: string) =>
      w.as(worker)(withholdItem, {
        params: { id: body.id },
        body: { part: neighbour?.part ?? '', rowId, reason: 'others' },
      })
    expect((await keep(newId())).status).toBe(404)
    expect((await keep(neighbour?.rowId ?? '')).body.request.withheld).toBe(1)

    // Of a section that the worker does not open, whoever writes it keeps back.
    const theirs = (await w.as(psychologist)(previewFile, { params: { id: body.id } })).body
    expect(theirs.mayWithhold).toEqual(['mhpss'])
    const slept = theirs.heads
      .flatMap(one => one.items)
      .find(item => words([item]).includes('Ұйқысы жақсарды'))
    const said = { part: slept?.part ?? '', rowId: slept?.rowId ?? '' }
    const keepTheirs = (who: Somebody, reason?: 'danger') =>
      w.as(who)(withholdItem, { params: { id: body.id }, body: { ...said, ...(reason ? { reason } : {}) } })
    expect((await keepTheirs(worker, 'danger')).status).toBe(404)
    // Each counts what is kept back in their own sections.
    expect((await keepTheirs(psychologist, 'danger')).body.request.withheld).toBe(1)
    expect((await keepTheirs(psychologist)).body.request.withheld).toBe(0)

    expect((await release(made.body.approvalId ?? '')).status).toBe(200)
    const opened = await open(`${body.code.slice(0, 4)}-${body.code.slice(4)}`.toLowerCase())
    expect(opened).toMatchObject({ status: 200, body: { language: 'kk' } })
    const all = opened.body.heads.flatMap(one => one.items)
    expect(words(all)).toEqual(expect.arrayContaining(['Жатақханаға көшті', 'Ұйқысы жақсарды']))
    expect(words(all)).not.toContain('Көршісі Сәуле айтты')
    expect(all.filter(item => item.withheld)).toMatchObject([{ withheld: 'others', fields: [] }])
    // Who has seen it stands in it as well.
    expect(words(opened.body.heads.find(one => one.head === 'saw')?.items ?? [])).toContain(worker.name)
    expect((await keep(neighbour?.rowId ?? '')).status).toBe(409)

    const seen = (await w.as(worker)(previewFile, { params: { id: body.id } })).body.request
    expect(seen).toMatchObject({ state: 'released', opened: 1 })
    const handed = {
      params: { id: body.id },
      body: { seen: seen.version, how: 'screen' as const, on: dayOf(now) },
    }
    expect(await w.as(worker)(handOverFile, handed)).toMatchObject({
      status: 200,
      body: { state: 'handed', handed: { how: 'screen', by: { id: worker.accountId } } },
    })
    // After its days the code opens nothing, like one that nobody was given.
    const before = now
    now = new Date(now.getTime() + 15 * 86_400_000)
    expect([(await open(body.code)).status, (await open(code())).status]).toEqual([404, 404])
    now = before
  })

  test('who asks in the place of a child does not read what the child confided', async () => {
    const id = await child()
    const psychologist = await w.somebody('psychologist')
    await w.grant(psychologist, id, 'task')
    const yesterday = dayOf(new Date(now.getTime() - 86_400_000))
    const note = { id: newId(), kind: 'call' as const, heldOn: yesterday }
    await w.as(worker)(writeNote, {
      params: { id },
      body: { ...note, id: newId(), compartment: 'social', words: 'Мектепке барды' },
    })
    await w.as(psychologist)(writeNote, {
      params: { id },
      body: { ...note, compartment: 'mhpss', words: 'Үйден қорқады' },
    })
    const relationId = newId()
    const mother = { who: 'outside' as const, outsiderId: newId(), name: 'Гүлсара', sex: 'female' as const }
    await w.as(worker)(addRelation, {
      params: { id },
      body: {
        id: relationId,
        kind: 'parent',
        basis: 'biological',
        standing: 'claimed',
        other: { ...mother, life: 'alive' },
        evidence: [],
      },
    })
    const body = asked({ askedBy: 'carer', relationId })
    await release((await ask(id, body)).body.approvalId ?? '')
    const items = (await open(body.code)).body.heads.flatMap(one => one.items)
    expect(words(items)).toContain('Мектепке барды')
    expect(words(items)).not.toContain('Үйден қорқады')
    expect(items.filter(item => item.section === 'mhpss')).toMatchObject([{ withheld: 'child', fields: [] }])
  })

  test('leaves with their requests when they are erased', async () => {
    const id = await adult()
    await ask(id, asked())
    await w.admin.query('delete from people.persons where id = $1', [id])
    expect(
      (await w.admin.query('select 1 from rights.file_requests where person_id = $1', [id])).rowCount,
    ).toBe(0)
  })
})

/** Why a table that knows of a person is no part of the file that the person reads. */
const leftOut: Readonly<Record<string, string>> = {
  'access.subjects': 'where the record stands: agency and area, told with the person',
  'approvals.decisions': 'who decided stands in the log; their words are sealed',
  'audit.erased': 'that somebody was erased: an id of whom nothing else is left',
  'audit.history': 'earlier values, sealed; corrections are told with their day by the log',
  'audit.person_keys': 'the key itself',
  'audit.reasons': 'sealed words of colleagues about their own acts',
  'cases.leases': 'who has a page open just now; ends within minutes',
  'consents.calls': 'that a task was made; the task is told',
  'consents.request_fields': 'proposed and not released; what was released is told',
  'documents.versions': 'told with their document',
  'glass.files': 'told with what was opened',
  'people.family_order': 'an order of lists',
  'people.lookalikes': 'a guess of the program about two records',
  'people.merge_moves': 'how to take a merge back',
  'people.merges': 'how to take a merge back',
  'people.not_same': 'tells of another person',
  'people.token_uses': 'folded words for the search',
  'referrals.links': 'a way in for whoever was asked outside: hashes',
  'repatriation.care': 'who travels beside whom: of the family, told there',
  'repatriation.handovers': 'told with the people who were handed over',
  'repatriation.import_rows': 'a list of others, with many people in each',
  'repatriation.manifest_lines': 'a frozen list of an operation, told as the line',
  'rights.complaints': 'handled outside the line; it has a code of its own',
  'rights.file_requests': 'this very request',
  'rights.file_withheld': 'what is kept back says so in its place',
}

test('every table that knows of a person is a part of the file, or says why not', async () => {
  const { rows } = await w.admin.query<{ name: string }>(
    `select distinct c.table_schema || '.' || c.table_name as name from information_schema.columns c
       join information_schema.tables t using (table_schema, table_name)
      where t.table_type = 'BASE TABLE' and c.table_schema not in ('pg_catalog', 'information_schema')
        and (c.column_name in ('person_id', 'subject_id', 'stays', 'a_id', 'receiver_id')
          or (c.table_schema, c.table_name) in (
            select n.nspname, r.relname from pg_constraint k join pg_class r on r.oid = k.conrelid join pg_namespace n on n.oid = r.relnamespace
            where k.contype = 'f' and k.confrelid = 'people.persons'::regclass))`,
  )
  const parts = (await w.admin.query<{ name: string }>('select name from rights.file_parts')).rows.map(
    row => row.name,
  )
  const known = new Set([...parts, ...Object.keys(leftOut)])
  const of = /^(council|practices|exchange|figures|guidance|platform)\./
  expect(rows.map(row => row.name).filter(name => !known.has(name) && !of.test(name))).toEqual([])
})
