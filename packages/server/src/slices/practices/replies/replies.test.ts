/**
 * Answering by mail, with a real mail server on either side: what a mail says and does not say, who may answer it and how long, and
 * what forged, repeated, large, automatic and personal mails do: nothing.
 */
import type { AddressInfo } from 'node:net'
import { standInDirectory, writeLetter } from '@kerege/contract/practices/people/routes'
import {
  askQuestion,
  decideText,
  getQuestion,
  moveQuestion,
  sayAnswer,
} from '@kerege/contract/practices/questions/routes'
import { getLetters } from '@kerege/contract/practices/people/routes'
import { chooseMail } from '@kerege/contract/notifications/routes'
import { createTransport } from 'nodemailer'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../../platform/ids.ts'
import { type MailIn, startMailIn } from '../../../platform/mailIn.ts'
import { dispatch } from '../../../platform/outbox.ts'
import type { Somebody } from '../../../testing/world.ts'
import { noticeEvents } from '../../notifications/index.ts'
import { type Library, library } from '../testing/library.ts'
import { queueReplyMails, replyEvents, sendReplyMail } from './mail.ts'
import { openReplyMessages, replyTaker } from './taking.ts'

const domain = 'answers.kerege.example'
let l: Library
let clock = Date.parse('2026-11-26T12:00:00Z')
let outside: SMTPServer
let inbox: Email[] = []
let mailIn: MailIn
let asker: Somebody
let helper: Somebody
const as = (who: Somebody) => l.w.as(who)

beforeAll(async () => {
  outside = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, _session, done) {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        PostalMime.parse(Buffer.concat(parts)).then(mail => {
          inbox.push(mail)
          done()
        }, done)
      })
    },
  })
  await new Promise<void>(resolve => outside.listen(0, '127.0.0.1', () => resolve()))
  const { port } = outside.server.address() as AddressInfo
  l = await library({
    // As any clock: what is said later is later, whatever the ids of the test say.
    now: () => new Date(clock++),
    mail: { url: `smtp://127.0.0.1:${port}`, from: 'kerege@example.org' },
    mailIn: { host: '127.0.0.1', port: 0, domain },
  })
  mailIn = await startMailIn({ host: '127.0.0.1', port: 0 }, replyTaker(l.w.running.node, domain), error => {
    throw error
  })
  asker = await l.of('TJ')
  helper = await l.of('UZ')
}, 60_000)
afterAll(async () => {
  await mailIn.stop()
  await l.w.close()
  await new Promise<void>(resolve => outside.close(() => resolve()))
})

/** What happens in the background: notices, then mails. */
async function post() {
  inbox = []
  const { node } = l.w.running
  await dispatch(node.pool, [...noticeEvents, ...replyEvents(node)], (_topic, error) => {
    throw error
  })
  const tokens: string[] = []
  await queueReplyMails(node, async (_name, data) => {
    tokens.push(String(data.tokenId))
  })
  for (const token of tokens) await sendReplyMail(node, openReplyMessages(), token)
  return inbox
}

test('a mail that a process had marked and not handed over when it fell goes out once more', async () => {
  const { node } = l.w.running
  await question()
  const again = async () => {
    const tokens: string[] = []
    await queueReplyMails(node, async (_name, data) => {
      tokens.push(String(data.tokenId))
    })
    return tokens.length
  }
  const later = () =>
    l.w.admin.query(
      "update practices.reply_tokens set queued_at = queued_at - interval '31 minutes' where expires_at > now()",
    )
  await later()
  expect(await again(), 'what was sent is not sent again').toBe(0)
  await l.w.admin.query(
    'update practices.reply_tokens set sent_at = null where sent_at = (select max(sent_at) from practices.reply_tokens)',
  )
  await later()
  expect(await again()).toBe(1)
  await later()
  expect(await again()).toBe(0)
})

const words = 'Avval suhbat, keyin sinf'
async function question() {
  const id = newId()
  await as(asker)(askQuestion, {
    body: { id, language: 'en', title: 'How do you begin?', words: 'The first week at school', domains: [] },
  })
  const answer = newId()
  await as(helper)(sayAnswer, {
    params: { id },
    body: { id: answer, kind: 'answer', language: 'uz', words },
  })
  const [mail] = (await post()).filter(one => one.to?.[0]?.address === asker.email)
  return { id, answer, mail, address: mail?.replyTo?.[0]?.address ?? '' }
}

interface Sent {
  from?: string
  envelopeFrom?: string
  text?: string
  html?: string
  headers?: Record<string, string>
  messageId?: string
  attachments?: { filename: string; content: string | Buffer }[]
}

/** @returns 250 or the refusal of our listener */
async function send(to: string, { from = asker.email, envelopeFrom, ...rest }: Sent): Promise<string> {
  const transport = createTransport({ host: '127.0.0.1', port: mailIn.port, ignoreTLS: true })
  try {
    const { response } = await transport.sendMail({
      from,
      to,
      subject: 'Re: Something was said',
      envelope: { from: envelopeFrom ?? from, to },
      ...rest,
    })
    return response
  } catch (error) {
    return (error as { response?: string; message: string }).response ?? (error as Error).message
  } finally {
    transport.close()
  }
}

const said = async (id: string) => (await as(l.moderator)(getQuestion, { params: { id } })).body.said
const fates = () =>
  l.w.logged
    .map(line => JSON.parse(line) as { event?: string; code?: string })
    .filter(one => one.event === 'mail-in')
    .map(one => one.code)

test('the mail says that something was said, and not what; its answer stands under the question', async () => {
  const { id, mail, address } = await question()
  expect(mail?.text).toContain('##-')
  expect(`${mail?.subject} ${mail?.text}`).not.toContain(words)
  expect(`${mail?.subject} ${mail?.text}`).not.toContain('How do you begin')
  expect(mail?.text).not.toContain(helper.name)
  expect(address).toMatch(/^answer-[a-z2-7]{42}@answers\.kerege\.example$/)
  const reply = `Thank you, and in which class?\r\n\r\nOn Thu, Kerege <kerege@example.org> wrote:\r\n> ${mail?.text?.replaceAll('\n', '\n> ')}`
  expect(await send(address, { text: reply })).toContain('250')
  expect((await said(id)).at(-1)).toMatchObject({
    words: 'Thank you, and in which class?',
    byMail: true,
    kind: 'comment',
    by: { role: 'practitioner' },
  })
  // Who answered hears of it, as of anything said.
  const next = await post()
  expect(next.map(one => one.to?.[0]?.address)).toEqual([helper.email])
  expect(next[0]?.replyTo?.[0]?.address).not.toBe(address)
  const audit = await l.w.admin.query(
    "select account_id, outcome from audit.entries where action = 'question.answered-by-mail' and $1 = any (subjects)",
    [id],
  )
  expect(audit.rows).toEqual([{ account_id: asker.accountId, outcome: 'done' }])
})

test('whoever chose the daily mail, or none, gets no mail that can be answered', async () => {
  const who = await l.of('KZ')
  await as(who)(chooseMail, { body: { topic: 'question.answered', mail: 'digest' } })
  const id = newId()
  await as(who)(askQuestion, { body: { id, language: 'en', title: 'Quiet', words: 'Please', domains: [] } })
  await as(helper)(sayAnswer, {
    params: { id },
    body: { id: newId(), kind: 'answer', language: 'uz', words },
  })
  expect(await post()).toEqual([])
})

test('HTML becomes words, files are dropped, the same mail comes once', async () => {
  const { id, address } = await question()
  const html = '<p>We walk <b>first</b></p><script>x()</script><div class="gmail_quote">old</div>'
  const sent = {
    html,
    messageId: `<${newId()}@example.org>`,
    attachments: [{ filename: 'family.pdf', content: '%PDF-1.4' }],
  }
  for (const _ of [1, 2]) expect(await send(address, sent)).toContain('250')
  expect((await said(id)).filter(one => one.byMail).map(one => one.words)).toEqual(['We walk first'])
  expect(fates().slice(-2)).toEqual(['done', 'twice'])
})

describe('nothing is written', () => {
  test('for a forged sender, in the letter or on its envelope', async () => {
    const { id, address } = await question()
    expect(await send(address, { from: helper.email, text: 'Forged' })).toContain('550')
    expect(await send(address, { envelopeFrom: helper.email, text: 'Forged' })).toContain('550')
    expect(await send(address, { from: helper.email, envelopeFrom: asker.email, text: 'Forged' })).toContain(
      '550',
    )
    expect(await said(id)).toHaveLength(1)
    expect(inbox.filter(one => one.text?.includes('Forged'))).toEqual([])
  })

  test('to an address that was made up, or changed, or of nobody here', async () => {
    const { address } = await question()
    const changed = address.replace(/^answer-./, found => (found.endsWith('a') ? 'answer-b' : 'answer-a'))
    for (const to of [
      changed,
      'answer-@answers.kerege.example',
      'postmaster@answers.kerege.example',
      'a@elsewhere.example',
    ]) {
      expect(await send(to, { text: 'Hello' })).toContain('550')
    }
  })

  test('of machines, lists and bounces, and nobody answers them', async () => {
    const { id, address } = await question()
    inbox = []
    for (const headers of [
      { 'Auto-Submitted': 'auto-replied' },
      { Precedence: 'bulk' },
      { 'List-Id': '<list.example.org>' },
      { 'X-Autoreply': 'yes' },
    ]) {
      expect(await send(address, { text: 'I am away', headers: headers as never })).toContain('250')
    }
    expect(await send(address, { envelopeFrom: '', text: 'Undelivered' })).toContain('250')
    expect(await said(id)).toHaveLength(1)
    expect(inbox).toEqual([])
  })

  test('that is larger than an answer in words', async () => {
    const { id, address } = await question()
    const attachments = [{ filename: 'x.bin', content: Buffer.alloc(2_000_000) }]
    expect(await send(address, { text: 'With a file', attachments })).toContain('552')
    expect(await said(id)).toHaveLength(1)
  })

  test('of a person, and the sender is told why without their words', async () => {
    const { id, address } = await question()
    inbox = []
    const text = 'Ring the mother: +992 93 123 45 67'
    expect(await send(address, { text })).toContain('250')
    expect(await said(id)).toHaveLength(1)
    expect(inbox[0]?.text).toContain('a phone number')
    expect(inbox[0]?.text).not.toContain('+992')
    expect(inbox[0]?.replyTo).toBeUndefined()
    expect(JSON.stringify(l.w.logged)).not.toContain('123 45 67')
  })

  test('empty, after its time, to a closed or hidden question, by who has no role any more', async () => {
    const fate = async (address: string, text = 'Late') => {
      await send(address, { text })
      return fates().at(-1)
    }
    const empty = await question()
    expect(await fate(empty.address, '> only quoted')).toBe('empty')
    const now = clock
    const old = await question()
    clock += 15 * 86_400_000
    expect(await fate(old.address)).toBe('expired')
    clock = now
    const closed = await question()
    const version = `"${(await as(asker)(getQuestion, { params: { id: closed.id } })).body.version}"`
    await as(asker)(
      moveQuestion,
      { params: { id: closed.id }, body: { state: 'closed' } },
      { ifMatch: version },
    )
    expect(await fate(closed.address)).toBe('closed')
    const hidden = await question()
    await as(l.moderator)(decideText, {
      body: { id: newId(), kind: 'question', targetId: hidden.id, hide: true, reason: 'Names a family' },
    })
    expect(await fate(hidden.address)).toBe('gone')
    const ended = await question()
    await l.w.admin.query('update access.hats set ended_at = now() where account_id = $1', [asker.accountId])
    expect(await fate(ended.address)).toBe('not-allowed')
    await l.w.admin.query("update access.accounts set state = 'blocked' where id = $1", [asker.accountId])
    expect(await fate(ended.address)).toBe('unknown')
    for (const one of [empty, old, closed, hidden, ended]) expect(await said(one.id)).toHaveLength(1)
    asker = await l.of('TJ')
  })

  test('more than ten times under one address', async () => {
    const { id, address } = await question()
    for (let n = 0; n < 11; n++)
      await send(address, { text: `Thought ${n}`, messageId: `<${newId()}@x.org>` })
    expect(await said(id)).toHaveLength(11)
    expect(fates().at(-1)).toBe('used-up')
  })
})

test('what was hidden meanwhile is not in a mail', async () => {
  const id = newId()
  await as(asker)(askQuestion, {
    body: { id, language: 'en', title: 'Soon gone', words: 'Please', domains: [] },
  })
  await as(helper)(sayAnswer, {
    params: { id },
    body: { id: newId(), kind: 'answer', language: 'uz', words },
  })
  await as(l.moderator)(decideText, {
    body: { id: newId(), kind: 'question', targetId: id, hide: true, reason: 'Names a family' },
  })
  const mails = await post()
  expect(mails.filter(one => one.to?.[0]?.address === asker.email && one.replyTo)).toEqual([])
})

test('a letter comes by mail with its words and name, without an address, and is answered by mail', async () => {
  const entry = newId()
  await as(helper)(standInDirectory, {
    body: {
      id: entry,
      profession: 'teacher',
      languages: ['uz'],
      domains: [],
      about: { en: { text: 'Bridge classes', state: 'checked' } },
      answers: true,
      reviews: false,
      consent: 1,
    },
  })
  await post()
  const letter = newId()
  await as(asker)(writeLetter, {
    params: { id: entry },
    body: { id: letter, words: 'May we visit your class?' },
  })
  const [mail] = await post()
  expect(mail?.to?.[0]?.address).toBe(helper.email)
  expect(mail?.text).toContain('May we visit your class?')
  expect(mail?.text).toContain(asker.name)
  expect(JSON.stringify(mail)).not.toContain(asker.email)
  const address = mail?.replyTo?.[0]?.address ?? ''
  expect(await send(address, { from: helper.email, text: 'With pleasure, in spring' })).toContain('250')
  const thread = (await as(asker)(getLetters, { params: { id: letter } })).body
  expect(thread.letters.at(-1)).toMatchObject({
    words: 'With pleasure, in spring',
    byMail: true,
    mine: false,
  })
  const [back] = await post()
  expect(back?.to?.[0]?.address).toBe(asker.email)
  expect(JSON.stringify(back)).not.toContain(helper.email)
})
