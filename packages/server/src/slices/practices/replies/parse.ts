/** From the bytes of a mail to what matters: who sent it, whether a machine did, and what was said. Attachments are dropped. */
import { createHash } from 'node:crypto'
import PostalMime from 'postal-mime'
import { htmlText } from './htmlText.ts'
import { newWords } from './newWords.ts'

export interface ReadMail {
  /** The one address in From, lower case; empty where there is none or more than one. */
  from: string
  /** A machine answered, a list passed it on, or it is a bounce: nobody wrote it for us. */
  byMachine: boolean
  words: string
  /** The same mail again has the same hash. */
  hash: Buffer
}

const machines = /^(?:mailer-daemon|postmaster|no-?reply|do-?not-?reply)@/

/** @throws nothing that a mail could cause: what cannot be read says nothing */
export async function readMail(raw: Buffer): Promise<ReadMail> {
  const mail = await PostalMime.parse(raw, { maxNestingDepth: 20, maxHeadersSize: 200_000 }).catch(() => null)
  if (!mail) return { from: '', byMachine: true, words: '', hash: createHash('sha256').update(raw).digest() }
  const header = (name: string) =>
    mail.headers
      .filter(one => one.key === name)
      .map(one => one.value.trim().toLowerCase())
      .join(',')
  const froms = mail.headers.filter(one => one.key === 'from')
  const from = froms.length === 1 ? (mail.from?.address ?? '').trim().toLowerCase() : ''
  const submitted = header('auto-submitted')
  const byMachine =
    (submitted !== '' && !/^no\b/.test(submitted)) ||
    /\b(?:bulk|junk|list|auto_reply)\b/.test(header('precedence')) ||
    [
      'x-autoreply',
      'x-autorespond',
      'x-autoresponder',
      'list-id',
      'list-unsubscribe',
      'x-failed-recipients',
    ].some(name => header(name) !== '') ||
    header('content-type').startsWith('multipart/report') ||
    header('return-path') === '<>' ||
    machines.test(from)
  const text = mail.text?.trim() ? mail.text : htmlText(mail.html ?? '')
  const said = newWords(text)
  return {
    from,
    byMachine,
    words: said,
    hash: createHash('sha256')
      .update(mail.messageId ? `${from}\n${mail.messageId}` : raw)
      .digest(),
  }
}
