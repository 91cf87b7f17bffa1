/**
 * Takes answers that came by mail. The address is a secret of one reader, and the sender has to be that reader: a forged sender, an
 * old address and a machine's answer do nothing. Whoever is known and cannot be helped is told why, without their words.
 */
import { join } from 'node:path'
import { sql } from 'kysely'
import { impersonal } from '@kerege/contract/personalData'
import type { Language } from '@kerege/contract/common'
import type { Node } from '../../../platform/context.ts'
import { inTransaction } from '../../../platform/database.ts'
import { newId } from '../../../platform/ids.ts'
import type { ArrivedMail, MailTaker } from '../../../platform/mailIn.ts'
import { type Messages, openMessages } from '../../../platform/messages.ts'
import { emit, emitToAll } from '../../../platform/outbox.ts'
import { recordAlone } from '../../audit/index.ts'
import { readReplyAddress } from './address.ts'
import { readMail } from './parse.ts'

/** What became of a mail; the operator's log says it, and nothing else of it. */
export type Fate =
  | 'done'
  | 'twice'
  | 'machine'
  | 'unknown'
  | 'forged'
  | 'expired'
  | 'used-up'
  | 'not-allowed'
  | 'gone'
  | 'closed'
  | 'too-many'
  | 'empty'
  | 'too-long'
  | 'personal'

interface Sender {
  account_id: string
  email: string
  language: Language
  role: string | null
  kind: 'question' | 'letter'
  target: string
  trouble: Fate | null
}

export const openReplyMessages = () => openMessages(join(import.meta.dirname, 'messages'))

export function replyTaker(node: Node, domain: string): MailTaker {
  const text = openReplyMessages()
  return {
    knows: address => readReplyAddress(node.keys.hashes, address, domain) !== null,
    async take(mail) {
      const fate = await takeReply(node, text, domain, mail)
      node.log.info('mail-in', { code: fate })
      // A forger's server is told no; to machines nothing is said, or they would answer that.
      return fate === 'forged' || fate === 'unknown'
        ? 'This address is for the one who was written to'
        : undefined
    },
  }
}

async function takeReply(
  node: Node,
  text: Messages,
  domain: string,
  { recipient, sender, raw }: ArrivedMail,
): Promise<Fate> {
  const token = readReplyAddress(node.keys.hashes, recipient, domain)
  if (token === null) return 'unknown'
  if (sender === '') return 'machine'
  const mail = await readMail(raw)
  if (mail.byMachine) return 'machine'
  const now = node.now()
  const found = await node.pool.query<Sender>('select * from practices.reply_of($1, $2)', [
    token,
    now.toISOString(),
  ])
  const [one] = found.rows
  if (!one) return 'unknown'
  const address = one.email.toLowerCase()
  if (mail.from !== address || sender.toLowerCase() !== address) return 'forged'
  const fate = one.trouble ?? faultOf(one, mail.words) ?? (await write(node, token, one, mail))
  await recordAlone(node.pool, {
    requestId: newId(now.getTime()),
    at: now,
    actor: { account: one.account_id, role: one.role },
    action: one.kind === 'question' ? 'question.answered-by-mail' : 'letter.answered-by-mail',
    outcome: fate === 'done' ? 'done' : 'refused',
    ...(fate === 'done' ? {} : { code: fate }),
    subjects: [one.target],
  })
  if (fate !== 'done' && fate !== 'twice' && fate !== 'used-up') await explain(node, text, one, fate)
  return fate
}

const limits = { question: 8000, letter: 4000 } as const

function faultOf({ kind }: Sender, words: string): Fate | null {
  if (words === '') return 'empty'
  if (words.length > limits[kind]) return 'too-long'
  const parsed = impersonal(limits[kind]).safeParse(words)
  if (parsed.success) return null
  return parsed.error.issues.some(issue => issue.message.startsWith('personal-')) ? 'personal' : 'empty'
}

const write = (
  node: Node,
  token: string,
  one: Sender,
  { words, hash }: { words: string; hash: Buffer },
): Promise<Fate> =>
  inTransaction(node.pool, async tx => {
    const now = node.now()
    const id = newId(now.getTime())
    const { rows } = await sql<{ fate: Fate }>`select practices.write_reply(${token}::uuid, ${id}::uuid,
      ${words.normalize('NFC')}, ${one.language}, ${hash}::bytea, ${now.toISOString()}::timestamptz) as fate`.execute(
      tx,
    )
    const fate = rows[0]?.fate ?? 'gone'
    if (fate !== 'done') return fate
    if (one.kind === 'question') {
      const followers = await sql<{
        id: string
      }>`select practices.followers(${one.target}::uuid) as id`.execute(tx)
      const others = followers.rows.map(row => row.id).filter(account => account !== one.account_id)
      await emitToAll(tx, 'question.answered', others, { questionId: one.target })
    } else {
      const letter = await sql<{ thread_id: string; to_id: string }>`
        select thread_id, to_id from practices.letter_sent(${id}::uuid)`.execute(tx)
      const [sent] = letter.rows
      if (sent) {
        await emit(tx, 'letter.came', { accountId: sent.to_id, letterId: id, threadId: sent.thread_id })
      }
    }
    return fate
  })

/** In their language, with the way to do it in the browser. */
async function explain(node: Node, text: Messages, one: Sender, fate: Fate) {
  const { language, email } = one
  const path = one.kind === 'question' ? `/questions/${one.target}` : '/letters'
  await node
    .sendMail({
      to: email,
      subject: text(language, 'refused.subject'),
      text: [
        text(language, `refused.${fate}`),
        '',
        text(language, 'open', { link: `${node.baseUrl}${path}` }),
        '',
      ].join('\n'),
    })
    .catch((error: Error) => node.log.error('mail-in-explained', error))
}
