/** What somebody wrote anew, from mails of many programs and languages; addresses that nobody makes up; HTML that means harm. */
import { randomBytes, randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readReplyAddress, replyAddress } from './address.ts'
import { htmlText } from './htmlText.ts'
import { newWords } from './newWords.ts'
import { readMail } from './parse.ts'

describe('new words', () => {
  test.each([
    [
      'Yes, on Thursdays.\n\nOn Tue, 24 Nov 2026 at 10:00, Kerege <k@example.org> wrote:\n> Open: x',
      'Yes, on Thursdays.',
    ],
    ['Да, по четвергам.\n\n24.11.2026, 10:00, Kerege пишет:\n> Открыть', 'Да, по четвергам.'],
    [
      'Ҳа, рӯзи панҷшанбе\n\nср, 25 ноя. 2026 г. в 10:00, Kerege <k@example.org>:\nwrote:\n> x',
      'Ҳа, рӯзи панҷшанбе',
    ],
    ['Hawa\n\n##- Jogabyňyzy şu setiriň ýokarsyna ýazyň ##-\n\nKerege', 'Hawa'],
    ['Ия\n> ##- Жауапты ##-\n> сөз', 'Ия'],
    ['Ha\n-- \nA. B., family centre\n+998 71 000 00 00', 'Ha'],
    ['Так делаем мы.\n\nОтправлено с iPhone', 'Так делаем мы.'],
    ['Answer\n\n-----Original Message-----\nFrom: Kerege <k@example.org>\nold', 'Answer'],
    ['Answer\n________________________________\nОт: Kerege <k@example.org>', 'Answer'],
    ['Answer\nFrom: Kerege <k@example.org>\nSent: Tuesday', 'Answer'],
    ['First\n> quoted in between\nSecond', 'First\nSecond'],
    ['> only what was said before', ''],
    ['\u00a0\n\r\n', ''],
  ])('%j', (mail, words) => {
    expect(newWords(mail)).toBe(words)
  })

  test('a sentence about writing is none of those', () => {
    const said = 'From the first day the school wrote to the family.\nSent papers came back.'
    expect(newWords(said)).toBe(said)
  })
})

describe('an address', () => {
  const key = randomBytes(32)
  test('leads back to its id, in either case, within what servers take', () => {
    for (let n = 0; n < 50; n++) {
      const id = randomUUID()
      const address = replyAddress(key, id, 'answers.example.org')
      expect(address.split('@')[0]?.length).toBeLessThanOrEqual(64)
      expect(readReplyAddress(key, address.toUpperCase(), 'answers.example.org')).toBe(id)
      expect(readReplyAddress(randomBytes(32), address, 'answers.example.org')).toBeNull()
      expect(readReplyAddress(key, address, 'other.example.org')).toBeNull()
    }
  })

  test('is not made up, nor changed by a letter', () => {
    const address = replyAddress(key, randomUUID(), 'a.example')
    const [local = ''] = address.split('@')
    for (let at = 'answer-'.length; at < local.length - 1; at++) {
      const other = `${local.slice(0, at)}${local[at] === 'a' ? 'b' : 'a'}${local.slice(at + 1)}@a.example`
      expect(readReplyAddress(key, other, 'a.example')).toBeNull()
    }
    fc.assert(
      fc.property(
        fc.string(),
        text => readReplyAddress(key, `answer-${text}@a.example`, 'a.example') === null,
      ),
    )
  })
})

describe('HTML', () => {
  test('becomes lines; scripts, styles and quotations are no words', () => {
    const html = `<html><head><style>p{color:red}</style><title>t</title></head><body><p>Yes,&nbsp;we&#32;do.</p>
      <script>alert(1)</script><div>On <b>Thursdays</b><br>and Fridays</div><ul><li>one</li><li>two</li></ul>
      <div class="gmail_quote">On Tue wrote:<blockquote>old</blockquote></div><blockquote>older</blockquote></body></html>`
    expect(htmlText(html)).toBe('Yes, we do.\n\nOn Thursdays\nand Fridays\n\none\n\ntwo')
  })

  test('nested without end, or cut off, is read in no time', () => {
    const started = process.cpuUsage().user
    expect(htmlText(`${'<div>'.repeat(20_000)}deep`)).toContain('deep')
    expect(htmlText('<p>half <b')).toBe('half')
    expect((process.cpuUsage().user - started) / 1e6).toBeLessThan(5)
  })
})

describe('a mail', () => {
  const mail = (headers: string, body = 'Words') => readMail(Buffer.from(`${headers}\r\n\r\n${body}`))

  test.each([
    'Auto-Submitted: auto-replied',
    'Precedence: bulk',
    'X-Autoreply: yes',
    'List-Id: <l.example.org>',
    'Content-Type: multipart/report; report-type=delivery-status; boundary=x',
    'Return-Path: <>',
  ])('with %s is a machine’s', async header => {
    expect((await mail(`From: a@example.org\r\n${header}`)).byMachine).toBe(true)
  })

  test('of somebody, of two, of nobody', async () => {
    expect(await mail('From: "A. B." <A.B@Example.org>\r\nAuto-Submitted: no')).toMatchObject({
      from: 'a.b@example.org',
      byMachine: false,
      words: 'Words',
    })
    expect((await mail('From: a@example.org\r\nFrom: b@example.org')).from).toBe('')
    expect((await mail('Subject: x')).from).toBe('')
    expect((await mail('From: MAILER-DAEMON@example.org')).byMachine).toBe(true)
  })

  test('in another encoding and with a file beside it gives its words only', async () => {
    const words = Buffer.from('Ҳа, рӯзи панҷшанбе').toString('base64')
    const whole = [
      'From: a@example.org',
      'Content-Type: multipart/mixed; boundary=b',
      '',
      '--b',
      'Content-Type: text/plain; charset=utf-8',
      'Content-Transfer-Encoding: base64',
      '',
      words,
      '--b',
      'Content-Type: application/pdf; name=x.pdf',
      'Content-Disposition: attachment',
      '',
      '%PDF',
      '--b--',
    ].join('\r\n')
    expect((await readMail(Buffer.from(whole))).words).toBe('Ҳа, рӯзи панҷшанбе')
  })

  test('of whatever bytes is survived', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 2000 }), async bytes => {
        const read = await readMail(Buffer.from(bytes))
        return read.hash.length === 32 && typeof read.words === 'string'
      }),
      { numRuns: 200 },
    )
  })
})
