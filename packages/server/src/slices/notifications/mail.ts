/**
 * Mail about notices: that something waits, how much of which topic, and where. No names, no ids, nothing that a
 * stranger at somebody's telephone could learn from.
 */
import { join } from 'node:path'
import { Id, type Language } from '@kerege/contract/common'
import type { Node } from '../../platform/context.ts'
import type { JobDefinition, Send } from '../../platform/jobs.ts'
import { type Messages, openMessages } from '../../platform/messages.ts'

interface Line {
  email: string
  language: Language
  topic: string
  notices: string[]
}

const dayMs = 86_400_000
const keptDays = 180

/** Hands what waits for a mail of this mode to the queue, one job for each account. */
export async function queueMail(node: Node, mode: 'at-once' | 'digest', send: Send): Promise<number> {
  // Invented people have invented addresses.
  if (node.info.demo) return 0
  const { rows } = await node.pool.query<{ account: string }>(
    'select a as account from notifications.queue_mail($1) a',
    [mode],
  )
  for (const { account } of rows) await send('notifications.mail', { accountId: account })
  return rows.length
}

/** Sends first and marks then: a mail may come twice, and is never lost. */
export async function sendMail(node: Node, text: Messages, accountId: string): Promise<void> {
  const { rows } = await node.pool.query<Line>('select * from notifications.mail_of($1)', [accountId])
  const [first] = rows
  if (!first) return
  const { email, language } = first
  const lines = rows.map(row => `- ${text(language, row.topic, { count: row.notices.length })}`)
  await node.sendMail({
    to: email,
    subject: text(language, 'mail.subject'),
    text: [
      text(language, 'mail.lead'),
      '',
      ...lines,
      '',
      text(language, 'mail.open', { link: `${node.baseUrl}/notifications` }),
      '',
      text(language, 'mail.settings'),
      '',
    ].join('\n'),
  })
  await node.pool.query('select notifications.mail_sent($1)', [rows.flatMap(row => row.notices)])
}

export const openNoticeMessages = () => openMessages(join(import.meta.dirname, 'messages'))

export function notificationJobs(node: Node): JobDefinition[] {
  const text = openNoticeMessages()
  const zone = node.info.timeZone
  return [
    {
      name: 'notifications.mail',
      work: async data => sendMail(node, text, Id.parse(data['accountId'])),
    },
    {
      name: 'notifications.at-once',
      everySeconds: 30,
      work: async (_data, send) => {
        await queueMail(node, 'at-once', send)
      },
    },
    {
      name: 'notifications.digest',
      cron: '0 7 * * *',
      zone,
      work: async (_data, send) => {
        await queueMail(node, 'digest', send)
      },
    },
    {
      name: 'notifications.tidy',
      cron: '40 3 * * *',
      zone,
      work: async () => {
        await node.pool.query('select notifications.tidy($1)', [
          new Date(node.now().getTime() - keptDays * dayMs),
        ])
      },
    },
  ]
}
