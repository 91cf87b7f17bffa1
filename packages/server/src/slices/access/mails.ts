/** Mails of the access slice, in the reader's language, without anything about anybody else. */
import type { Language } from '@kerege/contract/common'
import type { Node } from '../../platform/context.ts'

export async function resetMail(
  node: Node,
  to: { email: string; userId: string },
  token: string,
): Promise<void> {
  const found = await node.pool.query<{ language: Language }>(
    "select language from access.accounts where user_id = $1 and state = 'active'",
    [to.userId],
  )
  if (!found.rows[0]) return
  await node.sendMail({ to: to.email, subject: 'Kerege', text: `${node.baseUrl}/reset#${token}` })
}

export async function invitationMail(
  node: Node,
  to: { email: string; language: Language },
  token: string,
): Promise<void> {
  await node.sendMail({ to: to.email, subject: 'Kerege', text: `${node.baseUrl}/invitation#${token}` })
}
