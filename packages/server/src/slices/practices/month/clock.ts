/**
 * Tells the practice of the month from its first working day on: a notice to everybody who reads practices, and a mail to those
 * who did not switch it off. Several processes may run it, and any may be killed: a month is told in one transaction, and each
 * mail is claimed before it is sent. So nobody gets two; of a process that dies while a mail is on its way, that one is lost, and
 * its notice is there.
 */
import { join } from 'node:path'
import { type Language, type MultiText, textIn } from '@kerege/contract/common'
import { firstWorkingDay, monthOf } from '@kerege/contract/practices/month/rules'
import { practiceSymbol } from '@kerege/contract/practices/rules'
import { sql } from 'kysely'
import type { Node } from '../../../platform/context.ts'
import { inTransaction, over } from '../../../platform/database.ts'
import type { JobDefinition } from '../../../platform/jobs.ts'
import { localDay } from '../../../platform/localDay.ts'
import { MailError } from '../../../platform/mail.ts'
import { openMessages } from '../../../platform/messages.ts'
import { emitToAll } from '../../../platform/outbox.ts'

const words = openMessages(join(import.meta.dirname, 'messages'))

/** @returns how many accounts were told by this call */
export async function tellMonth(node: Node): Promise<number> {
  const day = localDay(node.now(), node.info.timeZone)
  const month = monthOf(day)
  if (day < firstWorkingDay(month)) return 0
  return inTransaction(node.pool, async tx => {
    const { rows } = await sql<{ account_id: string; practice_id: string }>`
      select account_id, practice_id from practices.tell_month(${month}, ${node.now()}::timestamptz)`.execute(
      tx,
    )
    const [first] = rows
    if (first) {
      await emitToAll(
        tx,
        'practice.month',
        rows.map(row => row.account_id),
        { practiceId: first.practice_id },
      )
    }
    return rows.length
  })
}

interface Claimed {
  account_id: string
  /** Null for somebody who is blocked meanwhile. */
  email: string | null
  language: Language
}

/** @returns how many were sent by this call */
export async function sendMonthMails(node: Node): Promise<number> {
  // Invented people have invented addresses.
  if (node.info.demo) return 0
  const month = monthOf(localDay(node.now(), node.info.timeZone))
  const told = await whatIsTold(node, month)
  if (!told) return 0
  let sent = 0
  for (;;) {
    const { rows } = await node.pool.query<Claimed>('select * from practices.claim_month_mail($1, $2)', [
      month,
      node.now(),
    ])
    const [claimed] = rows
    if (!claimed) return sent
    const settle = (at: Date | null) =>
      node.pool.query('select practices.settle_month_mail($1, $2, $3)', [month, claimed.account_id, at])
    if (claimed.email === null) continue
    try {
      await node.sendMail({ to: claimed.email, ...mailOf(node, told, claimed.language) })
    } catch (error) {
      // What this server will never take is not tried for ever; anything else may pass on another day.
      if (error instanceof MailError && error.code === 'mail-refused') continue
      await settle(null)
      throw error
    }
    await settle(node.now())
    sent += 1
  }
}

interface Told {
  id: string
  number: number
  title: MultiText
  summary: MultiText | null
  words: MultiText | null
}

/** As nobody in particular: what is not for everybody cannot come into a mail. */
async function whatIsTold(node: Node, month: string): Promise<Told | undefined> {
  const client = await node.pool.connect()
  try {
    const { rows } = await sql<Told>`
      select p.id, p.number, e.content #> '{texts,title}' as title, e.content #> '{texts,summary}' as summary, m.words
      from practices.months m join practices.practices p on p.id = m.practice_id
        join practices.editions e on e.id = p.edition_id
      where m.month = ${month} and m.told_at is not null and p.state not in ('archived', 'retracted')`.execute(
      over(client),
    )
    return rows[0]
  } finally {
    client.release()
  }
}

function mailOf(node: Pick<Node, 'baseUrl'>, told: Told, language: Language) {
  const text = (all: MultiText) => textIn(all, language).text
  return {
    subject: words(language, 'subject', { title: text(told.title) }),
    text: [
      words(language, 'lead'),
      '',
      `${practiceSymbol(told.number)} · ${text(told.title)}`,
      ...(told.summary ? ['', text(told.summary)] : []),
      ...(told.words ? ['', words(language, 'why', { words: text(told.words) })] : []),
      '',
      words(language, 'open', { link: `${node.baseUrl}/practices/${told.id}` }),
      '',
      words(language, 'settings', { link: `${node.baseUrl}/notifications/settings` }),
      '',
    ].join('\n'),
  }
}

export const monthJobs = (node: Node): JobDefinition[] => [
  {
    name: 'practices.month',
    cron: '10 8-17 * * *',
    zone: node.info.timeZone,
    work: async () => {
      await tellMonth(node)
      await sendMonthMails(node)
    },
  },
]
