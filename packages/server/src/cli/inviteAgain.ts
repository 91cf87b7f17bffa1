/**
 * `kerege user invite-again`: for somebody who is called otherwise by the office's own sign-in than before, or who is to come in by it from
 * now on. What was linked ends, with the roles of groups and every session; what two administrators gave stays, and so does a password.
 * Only on the machine: a new letter opens an account that holds rights.
 */
import { Email } from '@kerege/contract/access/schema'
import type pg from 'pg'
import { prepareDatabase } from '../setup.ts'
import { invitationDays, invitationLink, newInvitation } from '../slices/access/index.ts'
import { changeAccount } from './changeAccount.ts'
import { type Io, misuse, Refusal, say } from './io.ts'
import { withTarget } from './target.ts'

export async function inviteAgain(
  values: { email?: string | undefined; config?: string | undefined; demo?: string | undefined },
  io: Io,
): Promise<number> {
  const email = Email.safeParse(values.email)
  if (!email.success) throw new Refusal('--email must be a mail address.', misuse)
  return withTarget(values, io, async ({ identity, configuration, urls: { ownerUrl, ...urls } }) => {
    if (!ownerUrl) throw new Refusal('This needs database.owner (KEREGE_DATABASE_OWNER).')
    await prepareDatabase({ ownerUrl, ...urls }, identity)
    say(io.stdout, invitationLink(configuration.publicUrl, await again(ownerUrl, email.data)))
    say(io.stderr, `Good for ${invitationDays} days, and once. Until then the account is closed.`)
    return 0
  })
}

/** @returns the token of the invitation; only its hash is kept */
async function again(ownerUrl: string, email: string): Promise<string> {
  const { token } = await changeAccount(ownerUrl, 'account.invited-again-on-machine', async client => {
    const id = await lock(client, email)
    await client.query("update access.accounts set state = 'invited' where id = $1", [id])
    await client.query('delete from access.sso_links where account_id = $1', [id])
    await client.query('delete from access.sessions where account_id = $1', [id])
    await client.query(
      'update access.hats set ended_at = now() where account_id = $1 and by_sso and ended_at is null',
      [id],
    )
    return { id, token: await newInvitation(client, id) }
  })
  return token
}

async function lock(client: pg.ClientBase, email: string): Promise<string> {
  const { rows } = await client.query<{ id: string; state: string }>(
    'select id, state from access.accounts where email = $1 for update',
    [email],
  )
  const [found] = rows
  if (found?.state !== 'active') throw new Refusal('No active account has this address.')
  return found.id
}
