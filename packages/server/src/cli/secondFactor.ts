/**
 * `kerege user second-factor-reset`: for a node where no two administrators are left who could do it on its pages.
 * Whoever sits at the machine is the second person; the log says where it was done. Works on the database directly.
 */
import { Email } from '@kerege/contract/access/schema'
import type { Language } from '@kerege/contract/common'
import type pg from 'pg'
import { openMail } from '../platform/mail.ts'
import { nodeFacts } from '../platform/profile.ts'
import { prepareDatabase } from '../setup.ts'
import { openAuthPool, openSignIn, secondFactorLetter } from '../slices/access/index.ts'
import { changeAccount } from './changeAccount.ts'
import { type Io, misuse, Refusal, say } from './io.ts'
import { withTarget } from './target.ts'

interface Owner {
  id: string
  user_id: string
  email: string
  name: string
  language: Language
}

export async function resetOnMachine(
  values: { email?: string | undefined; config?: string | undefined; demo?: string | undefined },
  io: Io,
): Promise<number> {
  const email = Email.safeParse(values.email)
  if (!email.success) throw new Refusal('--email must be a mail address.', misuse)
  return withTarget(values, io, async ({ identity, configuration, urls: { ownerUrl, ...urls } }) => {
    if (!ownerUrl) throw new Refusal('This needs database.owner (KEREGE_DATABASE_OWNER).')
    await prepareDatabase({ ownerUrl, ...urls }, identity)
    const { info } = nodeFacts(configuration.node, identity.demo)
    const owner = await reset(ownerUrl, urls.authUrl, email.data)
    say(io.stdout, owner.id)
    if (!configuration.mail) {
      say(io.stderr, 'Done, and written in the log. Tell the owner of the account.')
      return 0
    }
    const mail = openMail(configuration.mail)
    const sent = await mail.send(secondFactorLetter(info.name, configuration.publicUrl, owner)).then(
      () => true,
      () => false,
    )
    mail.close()
    say(
      io.stderr,
      sent ? 'Done; the owner is told by mail.' : 'Done. The mail server did not take the letter.',
    )
    return 0
  })
}

async function reset(ownerUrl: string, authUrl: string, email: string): Promise<Owner> {
  const authPool = openAuthPool(authUrl, 1)
  try {
    return await changeAccount(ownerUrl, 'account.second-factor-reset-on-machine', async client => {
      const owner = await lock(client, email)
      await requireAlone(client, owner.id)
      await client.query(
        'update access.accounts set second_factor = false, used_codes = default where id = $1',
        [owner.id],
      )
      await client.query('delete from access.sessions where account_id = $1', [owner.id])
      await client.query('delete from access.passkeys where account_id = $1', [owner.id])
      const nobody = {
        secrets: () => ({ all: ['nothing-is-signed-here'], oldest: '' }) as const,
        baseUrl: 'http://localhost',
        hashes: Buffer.alloc(0),
        nodeId: 'cli',
      }
      await openSignIn({ pool: authPool, absoluteHours: 1, ...nobody }).forgetSecondFactor(owner.user_id)
      return owner
    })
  } finally {
    await authPool.end()
  }
}

async function lock(client: pg.ClientBase, email: string): Promise<Owner> {
  const { rows } = await client.query<Owner & { state: string; second_factor: boolean }>(
    `select id, user_id, email, name, language, state, second_factor from access.accounts
      where email = $1 for update`,
    [email],
  )
  const [found] = rows
  if (found?.state !== 'active') throw new Refusal('No active account has this address.')
  if (!found.second_factor) throw new Refusal('This account has no second factor.')
  return found
}

/** Two others can do it between them, with a reason that the log keeps: then the machine is no way round them. */
async function requireAlone(client: pg.ClientBase, accountId: string): Promise<void> {
  const { rows } = await client.query<{ n: number }>(
    `select count(distinct a.id)::int as n from access.accounts a
       join access.hats h on h.account_id = a.id and h.ended_at is null and h.role = 'administrator'
      where a.state = 'active' and a.id <> $1`,
    [accountId],
  )
  if ((rows[0]?.n ?? 0) >= 2) {
    throw new Refusal(
      'Two other administrators can do it: one asks on the page of the account, the other decides.',
    )
  }
}
