/**
 * The mail to somebody outside: that something is asked, and where to open it. It holds nothing about anybody. Its token is made in the
 * moment of sending and goes nowhere but into the mail; each try makes another.
 */
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { type Language, textIn } from '@kerege/contract/common'
import type { Mail, Node } from '../../platform/context.ts'
import { MailError } from '../../platform/mail.ts'
import { openMessages } from '../../platform/messages.ts'
import { tokenHash } from './outside.ts'

const messages = openMessages(join(import.meta.dirname, 'messages'))

/** @returns how many left */
export async function sendLetters(node: Node): Promise<number> {
  const waiting = await node.pool.query<{ link_id: string; email: string; language: Language }>(
    'select * from referrals.letters($1)',
    [node.now()],
  )
  let left = 0
  for (const { link_id: link, email, language } of waiting.rows) {
    const token = randomBytes(32).toString('base64url')
    const begun = await node.pool.query<{ mine: boolean }>(
      'select referrals.letter_begins($1, $2, $3) as mine',
      [link, tokenHash(token), node.now()],
    )
    // Another process is at it.
    if (!begun.rows[0]?.mine) continue
    if (!(await leaves(node, letter(node, email, language, token)))) continue
    await node.pool.query('select referrals.letter_left($1, $2)', [link, node.now()])
    left += 1
  }
  return left
}

/** What does not leave now is tried again later; the sender sees meanwhile that no mail has left. */
async function leaves(node: Node, mail: Mail): Promise<boolean> {
  try {
    await node.sendMail(mail)
    return true
  } catch (error) {
    if (error instanceof MailError) node.log.warn('mail-not-sent', { code: error.code })
    else node.log.error('mail', error)
    return false
  }
}

function letter(node: Node, to: string, language: Language, token: string): Mail {
  const values = { node: textIn(node.info.name, language).text, link: `${node.baseUrl}/answer#${token}` }
  return {
    to,
    subject: messages(language, 'letter.subject', values),
    text: `${messages(language, 'letter.text', values)}\n`,
  }
}
