/** Words within files: found by those who may open the file, by page, in any language; and the author hears which file has none. */
import { findPractices } from '@kerege/contract/practices/finding/routes'
import {
  addAttachment,
  listAttachments,
  putAttachment,
  removeAttachment,
} from '@kerege/contract/practices/record/routes'
import { addConcept } from '@kerege/contract/practices/thesaurus/routes'
import { StoreTrouble } from '../../../platform/fileStore.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../../platform/ids.ts'
import type { Somebody } from '../../../testing/world.ts'
import { docx } from '../../documents/testing/samples.ts'
import { pdfOf } from '../../documents/testing/pdfs.ts'
import { type Library, library, practiceContent } from '../testing/library.ts'
import { readFile } from './files.ts'
import { indexPractices } from './indexing.ts'

const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
let l: Library
let author: Somebody
let uzbek: Somebody

beforeAll(async () => {
  l = await library()
  author = await l.of('TJ')
  uzbek = await l.of('UZ')
})
afterAll(() => l.w.close())

async function attach(id: string, name: string, mediaType: string, bytes: Uint8Array, language?: 'tg') {
  const fileId = newId()
  const body = { id: fileId, name, mediaType, ...(language ? { language } : {}) }
  expect((await l.w.as(author)(addAttachment, { params: { id }, body: body as never })).status).toBe(201)
  const params = { id, fileId }
  const put = await l.w.as(author)(putAttachment, { params, body: new Uint8Array(bytes) })
  expect(put.status).toBe(200)
  return fileId
}
/** As the jobs of a node do, one after the other. */
async function settle() {
  while (await readFile(l.w.running.node)) {}
  await indexPractices(l.w.running.node)
}
const withEdition = (fileId: string) =>
  l.w.admin.query('update practices.attachments set since_edition = 1 where id = $1', [fileId])
const find = async (who: Somebody, words: string) =>
  (await l.w.as(who)(findPractices, { body: { words, language: 'uz' } })).body.rows
const wordsOf = async (id: string) => {
  const { rows } = (await l.w.as(author)(listAttachments, { params: { id } })).body
  return rows.map(({ name, words }) => [name, words])
}

describe('words of a file', () => {
  test('are found with its edition, by whoever may read the practice, until it is removed', async () => {
    const content = practiceContent('Bridge classes')
    const { id } = await l.published(author, { content, audience: 'state' })
    const pages = ['Муқаддима барои омӯзгорон', 'Курси дӯзандагӣ дар корвони китобхона']
    const file = await attach(id, 'Дастур.pdf', 'application/pdf', await pdfOf(pages))
    await settle()
    // Before the edition that it comes with, readers have no such file.
    expect(await find(author, 'korvon')).toEqual([])
    await withEdition(file)
    await l.w.admin.query('update practices.index_practices set analysis = 0')
    await settle()
    const [hit] = await find(author, 'tikuvchilik')
    expect(hit).toMatchObject({ practice: { id }, file: { page: 2 } })
    const [own] = await find(author, 'корвони китобхона')
    expect(own?.file).toMatchObject({ id: file, name: 'Дастур.pdf', language: 'tg', page: 2 })
    const { text = '', marks = [] } = own?.file?.piece ?? {}
    expect(marks.map(([start, end]) => text.slice(start, end)).join(' ')).toContain('корвони')
    // A label of the thesaurus that is new writes the file again that has its words, and one of other words does not.
    const checked = (text: string) => ({ text, state: 'checked' as const })
    const add = (id: string, label: object) =>
      l.w.as(l.moderator)(addConcept, { body: { id, label, alternatives: {}, related: [] } })
    await add('weather-house', { tg: checked('обу ҳаво') })
    expect(await readFile(l.w.running.node)).toBe(false)
    await add('library-caravan', { tg: checked('корвони китобхона'), uz: checked('sayyor javon') })
    expect(await find(author, 'sayyor javon')).toEqual([])
    expect(await readFile(l.w.running.node)).toBe(true)
    await settle()
    expect(await find(author, 'sayyor javon')).toMatchObject([{ practice: { id }, file: { page: 2 } }])
    // What is closed is neither found by its files.
    expect(await find(uzbek, 'корвони китобхона')).toEqual([])
    const gone = await l.w.as(author)(removeAttachment, {
      params: { id, fileId: file },
      body: { reason: 'Out of date' },
    })
    expect(gone.status).toBe(200)
    await settle()
    expect(await find(author, 'корвони')).toEqual([])
    const { rows } = await l.w.admin.query('select 1 from practices.file_pages where attachment_id = $1', [
      file,
    ])
    expect(rows).toEqual([])
  })

  test('are told to the author as read or not, and why', async () => {
    const { id } = await l.published(author)
    await attach(id, 'a.pdf', 'application/pdf', await pdfOf(['Китоб']), 'tg')
    await attach(id, 'b.pdf', 'application/pdf', await pdfOf(['Китоб'], 'password'))
    await attach(id, 'c.docx', word, docx())
    await attach(id, 'd.csv', 'text/csv', Buffer.from('a,b\n'))
    expect((await wordsOf(id))[0]).toEqual(['a.pdf', { state: 'waiting' }])
    await settle()
    expect(await wordsOf(id)).toEqual([
      ['a.pdf', { state: 'read', language: 'tg', pages: 1 }],
      ['b.pdf', { state: 'unreadable', why: 'encrypted' }],
      ['c.docx', { state: 'unreadable', why: 'broken' }],
      ['d.csv', undefined],
    ])
  })

  test('a file whose place does not answer is read another time', async () => {
    const { id } = await l.published(author, {
      content: practiceContent('Away for a while'),
      audience: 'state',
    })
    await attach(id, 'later.txt', 'text/plain', new TextEncoder().encode('Китобхона дар корвон'))
    const { node } = l.w.running
    const find = () => Promise.reject(new StoreTrouble('store-away', 'The object store does not answer.'))
    await expect(readFile({ ...node, files: { ...node.files, find } })).rejects.toThrow(StoreTrouble)
    expect(await wordsOf(id)).toMatchObject([['later.txt', { state: 'waiting' }]])
    await settle()
    expect(await wordsOf(id)).toMatchObject([['later.txt', { state: 'read' }]])
  })

  test('a file that a process did not come back from is given up, and the next one read', async () => {
    const { id } = await l.published(author)
    const file = await attach(id, 'e.txt', 'text/plain', Buffer.from('Китоб'))
    const { rows } = await l.w.admin.query("select id from practices.claim_file('{text/plain}', now())")
    expect(rows.map(row => row.id)).toEqual([file])
    await settle()
    expect(await wordsOf(id)).toEqual([['e.txt', { state: 'waiting' }]])
    await l.w.admin.query(
      "update practices.file_texts set at = now() - interval '1 hour' where attachment_id = $1",
      [file],
    )
    await settle()
    expect(await wordsOf(id)).toEqual([['e.txt', { state: 'unreadable', why: 'too-heavy' }]])
  })
})
