/**
 * Mails that can be answered. About a question: that something was said, never what. A letter is what its writer sends by the hub, so
 * its words travel, with the name that the reader sees there anyway; addresses never do.
 */
import type { RoleName } from '@kerege/contract/access/roles'
import { Id, type Language } from '@kerege/contract/common'
import { sql } from 'kysely'
import type { Node } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/database.ts'
import { newId } from '../../../platform/ids.ts'
import type { JobDefinition, Send } from '../../../platform/jobs.ts'
import type { Messages } from '../../../platform/messages.ts'
import type { EventHandlers, OutboxEvent } from '../../../platform/outbox.ts'
import { replyAddress } from './address.ts'
import { cutMark } from './newWords.ts'
import { openReplyMessages } from './taking.ts'

const dayMs = 86_400_000
const replyDays = 14

/** After the notice: where its reader wants mail at once, this mail takes the place of the one that only counts. */
export const replyEvents = (node: Node): EventHandlers[] => [
  ...(node.replyDomain === undefined
    ? []
    : [
        {
          topic: 'question.answered',
          handle: (tx: Tx, event: OutboxEvent) => takeOver(node, tx, event, 'question'),
        },
      ]),
  { topic: 'letter.came', handle: (tx, event) => takeOver(node, tx, event, 'letter') },
]

async function takeOver(node: Node, tx: Tx, event: OutboxEvent, kind: 'question' | 'letter') {
  const { accountId, questionId, letterId } = event.payload
  const now = node.now()
  const { rows } = await sql<{ days: number }>`select practices.reply_days() as days`.execute(tx)
  const expires = new Date(now.getTime() + (rows[0]?.days ?? replyDays) * dayMs)
  await sql`select practices.take_mail(${newId(now.getTime())}::uuid, ${event.id}::uuid, ${accountId}::uuid, ${kind},
    ${kind === 'question' ? questionId : letterId}::uuid, ${now.toISOString()}::timestamptz,
    ${expires.toISOString()}::timestamptz)`.execute(tx)
}

interface Line {
  email: string
  language: Language
  kind: 'question' | 'letter'
  target: string
  words: string | null
  by_name: string | null
  by_role: RoleName | null
  expires_at: string
}

/** Sends first and marks then: a mail may come twice, and is never lost. What was hidden meanwhile is not sent. */
export async function sendReplyMail(node: Node, text: Messages, token: string): Promise<void> {
  const { rows } = await node.pool.query<Line>('select * from practices.reply_mail($1)', [token])
  const [line] = rows
  if (!line) return
  const { language, kind, email } = line
  const path = kind === 'question' ? `/questions/${line.target}` : '/letters'
  const domain = node.replyDomain
  await node.sendMail({
    to: email,
    subject: text(language, `${kind}.subject`),
    ...(domain === undefined ? {} : { replyTo: replyAddress(node.keys.hashes, token, domain) }),
    text: [
      ...(domain === undefined ? [] : [`${cutMark} ${text(language, 'above')} ${cutMark}`, '']),
      text(language, `${kind}.lead`, { name: line.by_name ?? '' }),
      '',
      ...(line.words === null ? [] : [line.words, '']),
      text(language, 'open', { link: `${node.baseUrl}${path}` }),
      '',
      ...(domain === undefined
        ? []
        : [text(language, 'answer', { day: line.expires_at.slice(0, 10) }), text(language, 'care'), '']),
    ].join('\n'),
  })
  await node.pool.query('select practices.reply_sent($1, $2)', [token, node.now().toISOString()])
}

/** Hands what waits to the queue, one job for each mail. */
export async function queueReplyMails(node: Node, send: Send): Promise<number> {
  // Invented people have invented addresses.
  if (node.info.demo) return 0
  const { rows } = await node.pool.query<{ id: string }>(
    'select q as id from practices.queue_replies($1) q',
    [node.now().toISOString()],
  )
  for (const { id } of rows) await send('practices.reply-mail', { tokenId: id })
  return rows.length
}

export function replyJobs(node: Node): JobDefinition[] {
  const text = openReplyMessages()
  return [
    {
      name: 'practices.reply-mail',
      work: async data => sendReplyMail(node, text, Id.parse(data['tokenId'])),
    },
    {
      name: 'practices.reply-queue',
      everySeconds: 30,
      work: async (_data, send) => {
        await queueReplyMails(node, send)
      },
    },
    {
      name: 'practices.tidy-people',
      cron: '50 3 * * *',
      zone: node.info.timeZone,
      work: async () => {
        await node.pool.query('select practices.tidy_people($1)', [
          new Date(node.now().getTime() - 90 * dayMs).toISOString(),
        ])
      },
    },
  ]
}
