import type { CallOptions } from '@kerege/contract/client'
import { decideApproval, getApproval, listApprovals } from '@kerege/contract/approvals/routes'
import { searchAudit } from '@kerege/contract/audit/routes'
import { addDocument, putContent } from '@kerege/contract/documents/routes'
import { makeAppointment } from '@kerege/contract/casework/appointmentRoutes'
import { amendNote, noteConcern, openObstacle, writeNote } from '@kerege/contract/casework/routes'
import { askExport, fetchExport } from '@kerege/contract/exports/routes'
import { foldName } from '@kerege/contract/names/index'
import { listNotices } from '@kerege/contract/notifications/routes'
import { makePaper, movePaper } from '@kerege/contract/people/papers/routes'
import { mergePeople } from '@kerege/contract/people/duplicates/routes'
import {
  askErasure,
  changeSection,
  getPerson,
  grantPerson,
  makeHousehold,
  movePerson,
  personHistory,
  registerPerson,
  searchPeople,
} from '@kerege/contract/people/routes'
import { addEntry, changeEntry } from '@kerege/contract/situation/routes'
import { addRelation, listRelations } from '@kerege/contract/people/kinship/routes'
import type { AddRelation } from '@kerege/contract/people/kinship/schema'
import { finishTask, listTasks, makeTask } from '@kerege/contract/tasks/routes'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openPool } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'
import { unseal } from '../../platform/keys.ts'
import { dispatch } from '../../platform/outbox.ts'
import { contact, cyrillicName, draft } from '../../testing/people.ts'
import { type Somebody, type World, world } from '../../testing/world.ts'
import { checkLog } from '../audit/index.ts'
import { noticeEvents } from '../notifications/index.ts'
import { erasureEvents } from './index.ts'

let w: World
beforeAll(async () => {
  w = await world()
})
afterAll(() => w.close())

const key = (): CallOptions => ({ idempotencyKey: newId() })
const run = () =>
  dispatch(w.running.node.pool, [...noticeEvents, ...erasureEvents], (_topic, error) => {
    throw error
  })
const ask = (who: Somebody, id: string, reason = 'The family has asked for it') =>
  w.as(who)(askErasure, { params: { id }, body: { reason } }, key())
const decide = (who: Somebody, id: string, verdict: 'approved' | 'refused', comment?: string) =>
  w.as(who)(
    decideApproval,
    { params: { id }, body: { verdict, ...(comment ? { comment } : {}) } },
    { ifMatch: '"1"', ...key() },
  )

/** Every row of every table as text, the database's own included; superusers see through policies. */
async function everything(): Promise<string> {
  // What is kept out of line has no row of its own: there the bytes themselves.
  const tables = await w.admin.query<{ name: string; row: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name, case c.relkind when 't' then 't.chunk_data' else 't' end as row
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'm', 't') and has_table_privilege(c.oid, 'select')`,
  )
  const parts: string[] = []
  for (const { name, row } of tables.rows) {
    const found = await w.admin.query<{ text: string }>(`select ${row}::text as text from ${name} t`)
    for (const { text } of found.rows) parts.push(`${name} ${text}`)
  }
  for (const entry of await readdir(w.dataDir, { recursive: true, withFileTypes: true })) {
    if (entry.isFile()) parts.push((await readFile(join(entry.parentPath, entry.name))).toString('latin1'))
  }
  return [...parts, ...w.logged].join('\n')
}

/** Letters, bytes as hex, and as base64 at each of the three places where a word may begin. */
function spellings(word: string): string[] {
  const bytes = Buffer.from(word)
  const base64 = [0, 1, 2].map(shift => {
    const text = Buffer.concat([Buffer.alloc(shift), bytes])
      .toString('base64')
      .replace(/=+$/, '')
    // The edges share a letter with what stands beside the word.
    return text.slice(shift === 0 ? 0 : shift + 1, -1)
  })
  return [word, bytes.toString('hex'), bytes.toString('latin1'), ...base64]
}

const foundIn = (haystack: string, words: readonly string[]) =>
  words.filter(word => spellings(word).some(one => haystack.includes(one)))

/** What the node's own key opens: sealed is not erased while that key is at hand. */
async function openedByTheNode(): Promise<string> {
  const { node } = w.running
  const sealed = await w.admin.query<{ purpose: string; sealed: Buffer }>(
    `select key as purpose, sealed from platform.commands where sealed is not null
     union all select entry_id::text, sealed from audit.reasons
     union all select id::text, sealed from audit.history
     union all select id::text, reason from approvals.approvals where reason is not null
     union all select id::text, comment from approvals.decisions where comment is not null`,
  )
  return sealed.rows
    .map(row => {
      try {
        return unseal(node.keys.node, row.purpose, row.sealed).toString()
      } catch {
        return ''
      }
    })
    .join('\n')
}

async function logReport() {
  await w.running.sequencer.flush()
  const pool = openPool(w.database.ownerUrl, 'check', 1)
  const client: pg.PoolClient = await pool.connect()
  try {
    return await checkLog(client, 'kerege.kz', w.running.logPublicKey)
  } finally {
    client.release()
    await pool.end()
  }
}

describe('erasure is refused', () => {
  test('to ask for by a role without the verb, and of a stranger as of nobody', async () => {
    const worker = await w.somebody('caseManager')
    const body = draft()
    await w.as(worker)(registerPerson, { body })
    expect(await ask(worker, body.id)).toMatchObject({ status: 403, body: { code: 'not-allowed' } })
    const stranger = await w.somebody('supervisor', await w.agency())
    for (const id of [body.id, newId()]) expect(await ask(stranger, id)).toMatchObject({ status: 404 })
    const lead = await w.somebody('supervisor')
    expect(await ask(lead, body.id, 'x')).toMatchObject({ status: 422 })
  })

  test('to be decided by who asked, by a stranger, and twice at a time', async () => {
    const lead = await w.somebody('supervisor')
    const body = draft()
    await w.as(lead)(registerPerson, { body })
    const id = (await ask(lead, body.id)).body.approvalId
    expect(await ask(lead, body.id)).toMatchObject({ status: 409, body: { code: 'approval-pending' } })
    expect(await decide(lead, id, 'approved')).toMatchObject({ status: 403, body: { code: 'own-request' } })
    const stranger = await w.somebody('supervisor', await w.agency())
    expect(await decide(stranger, id, 'approved')).toMatchObject({ status: 404 })
    expect(await w.as(lead)(getPerson, { params: { id: body.id } })).toMatchObject({ status: 200 })
  })

  test('by the second person, and then nothing is lost', async () => {
    const [lead, second] = [await w.somebody('supervisor'), await w.somebody('supervisor')]
    const body = draft()
    await w.as(lead)(registerPerson, { body })
    const id = (await ask(lead, body.id)).body.approvalId
    const refused = await decide(second, id, 'refused', 'The court wants to keep it')
    expect(refused).toMatchObject({ status: 200, body: { state: 'refused' } })
    expect(await w.as(lead)(getPerson, { params: { id: body.id } })).toMatchObject({ status: 200 })
    expect((await w.as(lead)(getApproval, { params: { id } })).body).toMatchObject({
      reason: 'The family has asked for it',
      steps: [{ decisions: [{ comment: 'The court wants to keep it' }] }],
    })
  })
})

describe('an erased person', () => {
  test('is nowhere readable, and the log still tells that it was done and verifies', async () => {
    const lead = await w.somebody('supervisor')
    const second = await w.somebody('nationalCoordinator')
    const ombudsperson = await w.somebody('ombudsperson')
    const as = w.as(lead)
    const names = {
      family: 'Жұлдызгүлова',
      given: 'Нұрсәбира',
      patronymic: 'Тоғжанқызы',
      identity: 'Зейнегүлбек',
      journey: 'Qyzgaldaqova',
      former: 'Сарыөлеңова',
    }
    const { family, given, patronymic, identity, journey, former } = names
    const others = {
      phone: '+7 700 314 15 92',
      aunt: 'тётя Перизатханум',
      number: '830917450261',
      place: 'Көкпектікент',
      note: 'Ескертпесөз',
      consent: 'Келісімхатжол',
      file: 'Құжататауы',
      content: 'Мазмұнмәтін',
      title: 'Тапсырмасөз',
      done: 'Орындалдысөз',
      correction: 'Түзетусебебі',
      why: 'Өшірусебебі',
      yes: 'Рұқсатпікірі',
      home: 'Үйатауысөз',
      giving: 'Берусебебі',
      office: 'Мекемесөзі',
      step: 'Қадамсөзі',
      proof: 'Дәлелсөзі',
      obstacle: 'Кедергісөзі',
      refusal: 'Бастартусебебі',
      written: 'Жазбасөзі',
      added: 'Қосымшасөзі',
      concern: 'Алаңдаусөзі',
      blocked: 'Бөгетсөзі',
      met: 'Кездесусөзі',
      living: 'Тұрмыссөзі',
      lived: 'Бұрынғысөзі',
    }
    const { phone, aunt, number, place, note, consent, file, content, title } = others
    const { done, correction, why, yes, home, giving, office, step, proof, obstacle, refusal } = others
    const { written, added, concern, blocked, met, living, lived } = others

    // Every section, changed and corrected.
    const section = contact({
      names: [cyrillicName(family, given, patronymic)],
      contacts: [
        { system: 'phone', value: phone, belongsTo: aunt, discretion: 'ask-first' },
        { system: 'other', value: consent, discretion: 'open' },
      ],
    })
    const body = draft({
      contact: section,
      identity: {
        names: [cyrillicName(identity, given)],
        citizenships: [{ country: 'KZ', standing: 'claimed' }],
        identifiers: [{ system: 'iin', value: number, issuer: place }],
      },
    })
    expect(await as(registerPerson, { body }, key())).toMatchObject({ status: 201 })
    const personId = body.id
    const params = { id: personId }
    const change = {
      params: { id: personId, section: 'contact' as const },
      body: {
        section: { ...section, names: [cyrillicName(former, given), ...section.names] },
        kind: 'correction' as const,
        reason: correction,
      },
    }
    expect(await as(changeSection, change, { ifMatch: '"1"', ...key() })).toMatchObject({ status: 200 })
    const consul = await w.somebody('consularOfficer')
    const abroad = {
      params: { id: personId, section: 'journey' as const },
      body: {
        section: {
          names: [{ ...cyrillicName(journey, given), script: 'Latn' as const }],
          birthPlace: { country: 'XX', place, certainty: 'stated' as const },
        },
        kind: 'update' as const,
      },
    }
    expect(await w.as(consul)(changeSection, abroad, { ifMatch: '"2"', ...key() })).toMatchObject({
      status: 200,
    })
    await as(
      movePerson,
      { params, body: { area: 'KZ-75.demo-01', reason: note } },
      { ifMatch: '"3"', ...key() },
    )
    const household = newId()
    await as(
      makeHousehold,
      { body: { id: household, name: home, members: [{ personId, role: 'head' }] } },
      key(),
    )
    const doctor = await w.somebody('doctor')
    const grant = {
      id: newId(),
      accountId: doctor.accountId,
      kind: 'task' as const,
      until: '2199-01-01',
      reason: giving,
    }
    expect(await as(grantPerson, { params, body: grant }, key())).toMatchObject({ status: 201 })

    // What was written of the work with them.
    const heldOn = '2026-01-05'
    const noteId = newId()
    const told = {
      id: noteId,
      compartment: 'social' as const,
      kind: 'visit' as const,
      heldOn,
      words: written,
    }
    expect(await as(writeNote, { params, body: told }, key())).toMatchObject({ status: 201 })
    const colleague = await w.somebody('supervisor')
    expect(
      await w.as(colleague)(
        amendNote,
        { params: { id: noteId }, body: { id: newId(), words: added } },
        key(),
      ),
    ).toMatchObject({ status: 201 })
    const worry = {
      id: newId(),
      code: 'debts',
      severity: 2 as const,
      source: 'family' as const,
      why: concern,
    }
    expect(await as(noteConcern, { params, body: worry }, key())).toMatchObject({ status: 201 })
    const block = { id: newId(), kind: 'paper' as const, domain: 'papers' as const, desk: 'court' as const }
    expect(
      await as(openObstacle, { params, body: { ...block, since: heldOn, words: blocked } }, key()),
    ).toMatchObject({ status: 201 })

    const meeting = { id: newId(), compartment: 'social' as const, kind: 'visit' as const, withWhom: met }
    expect(
      await as(
        makeAppointment,
        { params, body: { ...meeting, day: '2198-01-05', time: '10:00', minutes: 30 } },
        key(),
      ),
    ).toMatchObject({ status: 201 })

    // How somebody lives, and how they lived before.
    const roof = (wrong: string) => ({
      content: { kind: 'housing' as const, of: 'rented' as const, wrong },
    })
    const lodging = newId()
    expect(await as(addEntry, { params, body: { id: lodging, ...roof(lived) } }, key())).toMatchObject({
      status: 201,
    })
    expect(
      await as(changeEntry, { params: { id: lodging }, body: roof(living) }, { ifMatch: '"1"', ...key() }),
    ).toMatchObject({ status: 200 })

    // Work, papers, notices, a search, a list as a file.
    const taskId = newId()
    await as(
      makeTask,
      {
        body: { id: taskId, title, note, due: '2030-01-01', subjectId: personId, ownerId: doctor.accountId },
      },
      key(),
    )
    await w.as(doctor)(finishTask, { params: { id: taskId }, body: { note: done } }, key())
    const document = { id: newId(), versionId: newId() }
    const paper = { ...document, subjectId: personId, compartment: 'social' as const }
    expect(
      await as(addDocument, { body: { ...paper, name: `${file}.txt`, mediaType: 'text/plain' } }, key()),
    ).toMatchObject({ status: 201 })
    const stored = await as(putContent, { params: document, body: new TextEncoder().encode(`${content}\n`) })
    expect(stored).toMatchObject({ status: 200 })
    const needed = newId()
    const wanted = {
      id: needed,
      fact: 'birth' as const,
      pathway: 'court' as const,
      office: { name: office },
      steps: [{ id: newId(), text: step }],
      evidence: [{ id: newId(), standing: 'wanted' as const, text: proof }],
      obstacle,
      blocks: ['school' as const],
    }
    expect(await as(makePaper, { params, body: wanted }, key())).toMatchObject({ status: 201 })
    await as(movePaper, { params: { id: needed }, body: { to: 'filed' } }, key())
    const refused = { to: 'refused' as const, reason: refusal }
    expect(await as(movePaper, { params: { id: needed }, body: refused }, key())).toMatchObject({
      status: 200,
    })
    const search = await as(searchPeople, { body: { q: family } }, key())
    expect(search.body.rows).toMatchObject([{ id: personId }])
    const ticket = await as(
      askExport,
      { body: { of: 'people', format: 'csv', reason: 'For the year’s review' } },
      key(),
    )
    const csv = await w.raw(`/api${fetchExport.path.replace(':id', ticket.body.id)}`, {}, lead)
    expect(await csv.text()).toContain(family)
    const asked = await ask(lead, personId, why)
    expect(asked).toMatchObject({ status: 202 })
    await run()
    await w.admin.query('analyze')

    // What is looked for below is there now, and the looking finds it.
    const spelt = Object.values(names)
    const words = [...spelt, ...spelt.flatMap(name => foldName(name).split(' ')), ...Object.values(others)]
    const before = await everything()
    const readable = [
      ...[...spelt, phone, aunt, number, place, note, consent, file, title, done, home],
      ...[office, step, proof, obstacle, refusal, written, added, concern, blocked, met, living, lived],
    ]
    expect(foundIn(before, readable)).toEqual(readable)
    // Even the planner has learnt the name by now.
    expect(before).toMatch(/pg_statistic .*Жұлдызгүлова/)
    expect(foundIn(await openedByTheNode(), [family])).toEqual([family])

    const approved = await decide(second, asked.body.approvalId, 'approved', yes)
    expect(approved).toMatchObject({ status: 200, body: { state: 'approved' } })
    expect(approved.body).not.toHaveProperty('reason')
    expect(approved.body).not.toHaveProperty('subject')
    await run()

    const after = await everything()
    expect(foundIn(after, words)).toEqual([])
    expect(foundIn(await openedByTheNode(), words)).toEqual([])

    // Gone for everybody, and like somebody who never was.
    expect(await as(getPerson, { params })).toMatchObject({ status: 404 })
    expect(await as(personHistory, { params })).toMatchObject({ status: 404 })
    expect((await as(searchPeople, { body: { q: family } })).body.rows).toEqual([])
    expect((await w.as(doctor)(listTasks, { query: { of: 'anyone', state: 'done' } })).body.rows).toEqual([])
    expect((await w.as(doctor)(listNotices, {})).body.rows.map(row => row.params)).not.toContainEqual(
      expect.objectContaining({ personId }),
    )
    const left = await w.admin.query(
      `select (select count(*)::int from people.households where id = $2) as households,
              (select count(*)::int from access.subjects where id = $1) as subjects,
              (select count(*)::int from access.grants where subject_id = $1) as grants,
              (select count(*)::int from people.papers where person_id = $1) as papers,
              (select count(*)::int from people.paper_transitions where person_id = $1) as transitions,
              (select count(*)::int from people.paper_alerts where paper_id = $3) as alerts,
              (select count(*)::int from audit.person_keys where person_id = $1) as keys,
              (select count(*)::int from audit.history where person_id = $1) as history,
              (select count(reason)::int from approvals.approvals where person_id = $1) as reasons,
              (select count(d.comment)::int from approvals.decisions d
                 join approvals.approvals a on a.id = d.approval_id where a.person_id = $1) as comments`,
      [personId, household, needed],
    )
    expect(left.rows[0]).toMatchObject({
      households: 0,
      subjects: 0,
      grants: 0,
      papers: 0,
      transitions: 0,
      alerts: 0,
      keys: 0,
      reasons: 0,
      comments: 0,
    })
    // History stays as noise, so that the log that commits to it stays whole.
    expect(left.rows[0].history).toBeGreaterThan(3)

    // Who asked and who decided still know that they did, without the words.
    for (const who of [lead, second]) {
      const history = await w.as(who)(listApprovals, { query: { view: 'history' } })
      expect(history.body.rows).toContainEqual(
        expect.objectContaining({ id: asked.body.approvalId, state: 'approved' }),
      )
    }
    const log = await w.as(ombudsperson)(searchAudit, { query: { subjectId: personId, limit: 200 } })
    // Why a list was taken out is about no one person.
    const reasons = log.body.rows.filter(row => row.reason !== undefined)
    expect(reasons.map(row => row.action)).toEqual(['people.exported'])
    const entry = log.body.rows.find(row => row.action === 'person.erased')
    expect(entry).toMatchObject({ who: second.name, outcome: 'done', counts: { documents: 1 } })
    expect(log.body.rows.map(row => row.action)).toEqual(
      expect.arrayContaining(['person.registered', 'person.changed', 'person.erasure-asked']),
    )
    const report = await logReport()
    expect(report.findings).toEqual([])
    expect(report.entries).toBeGreaterThan(20)
  })

  test('takes the records that had joined with it, and what was kept of the merge', async () => {
    const [lead, second] = [await w.somebody('supervisor'), await w.somebody('supervisor')]
    const words = ['Айгөлекова', 'Шұғыланұр', 'Ботакөзжан', 'Ақбаянтау']
    const [one, other, third] = words
      .slice(0, 3)
      .map(given => draft({ contact: contact({ names: [cyrillicName(words[3] ?? '', given)] }) }))
    if (!one || !other || !third) throw new Error('three of them')
    for (const body of [one, other, third]) await w.as(lead)(registerPerson, { body }, key())
    const join = (stays: string, joins: string, joinsVersion: number) => ({
      body: {
        id: newId(),
        stays,
        staysVersion: 1,
        joins,
        joinsVersion,
        reason: 'One of three lists',
      },
    })
    expect(await w.as(lead)(mergePeople, join(other.id, third.id, 1), key())).toMatchObject({ status: 201 })
    expect(await w.as(lead)(mergePeople, join(one.id, other.id, 2), key())).toMatchObject({ status: 201 })
    expect(foundIn(await everything(), words)).toEqual(words)
    const asked = await ask(lead, one.id)
    await run()
    expect(await decide(second, asked.body.approvalId, 'approved')).toMatchObject({ status: 200 })
    await run()
    expect(foundIn(await everything(), words)).toEqual([])
    expect(foundIn(await openedByTheNode(), words)).toEqual([])
    const left = await w.admin.query(
      `select (select count(*)::int from audit.person_keys where person_id = any ($1)) as keys,
              (select count(*)::int from access.subjects where id = any ($1)) as subjects,
              (select count(*)::int from people.merges where stays = any ($1)) as merges`,
      [[one.id, other.id, third.id]],
    )
    expect(left.rows[0]).toEqual({ keys: 0, subjects: 0, merges: 0 })
  })

  test('leaves a household to those who stay in it', async () => {
    const [lead, second] = [await w.somebody('supervisor'), await w.somebody('supervisor')]
    const [one, other] = [draft(), draft()]
    for (const body of [one, other]) await w.as(lead)(registerPerson, { body })
    const id = newId()
    const members = [
      { personId: one.id, role: 'mother' as const },
      { personId: other.id, role: 'child' as const },
    ]
    await w.as(lead)(makeHousehold, { body: { id, name: 'Home by the river', members } })
    const asked = await ask(lead, one.id)
    await decide(second, asked.body.approvalId, 'approved')
    const person = await w.as(lead)(getPerson, { params: { id: other.id } })
    expect(person.body.kinship?.household).toMatchObject({ name: 'Home by the river', notShown: 0 })
    expect(person.body.kinship?.household?.members).toHaveLength(1)
  })

  test('leaves a place in the family to relatives, and no word of the person; untrue relations go', async () => {
    const [lead, second] = [await w.somebody('supervisor'), await w.somebody('supervisor')]
    const as = w.as(lead)
    const [mother, child, cousin] = [draft(), draft(), draft()]
    for (const body of [mother, child, cousin]) await as(registerPerson, { body })
    const office = 'Куәлікберушікеңсе'
    const evidence = [{ type: 'birth-certificate' as const, office }]
    const said = { basis: 'biological' as const, evidence }
    const tell = (id: string, body: Omit<AddRelation, 'id'>) =>
      as(addRelation, { params: { id }, body: { ...body, id: newId() } })
    const other = (personId: string) => ({ who: 'person' as const, personId })
    const note = 'Туыстықескертпе'
    // Stored on the child's side, the mother's side, and by whichever id is smaller.
    await tell(mother.id, { ...said, kind: 'child', other: other(child.id), standing: 'proved', note })
    await tell(mother.id, { ...said, kind: 'cousin', other: other(cousin.id), standing: 'refuted' })
    const outside = {
      outsiderId: newId(),
      name: 'Шетелдегіәке',
      sex: 'male' as const,
      life: 'alive' as const,
    }
    await tell(mother.id, {
      ...said,
      kind: 'parent',
      other: { who: 'outside', ...outside },
      standing: 'proved',
    })
    const before = await everything()
    expect(foundIn(before, [office, note, outside.name])).toEqual([office, note, outside.name])

    const asked = await ask(lead, mother.id)
    await decide(second, asked.body.approvalId, 'approved')
    await run()
    const rows = async (id: string) => (await as(listRelations, { params: { id } })).body.rows
    expect(await rows(child.id)).toMatchObject([
      { kind: 'parent', other: { who: 'erased', sex: 'female' }, evidence: [] },
    ])
    expect((await rows(child.id))[0]).not.toHaveProperty('note')
    expect(await rows(cousin.id)).toEqual([])
    const stored = await w.admin.query<{ row: string }>('select r::text as row from people.relations r')
    const text = stored.rows.map(({ row }) => row).join()
    expect(foundIn(text, [office, note, outside.name, mother.id])).toEqual([])
    // Nor in any table or file as it stands.
    expect(foundIn(await everything(), [office, note, outside.name])).toEqual([])
  })
})
