/**
 * `kerege user`: what an account needs from whoever sits at the machine. `add` makes an account by invitation, for the first administrator, who has nobody to be invited by. Asks for
 * no password: the invited person chooses one at the address that is printed. Works on the database directly, as its
 * owner; nothing has to run.
 */
import { role, RoleName } from '@kerege/contract/access/roles'
import { Email } from '@kerege/contract/access/schema'
import { Language, line } from '@kerege/contract/common'
import type pg from 'pg'
import { newId } from '../platform/ids.ts'
import { openMail } from '../platform/mail.ts'
import { nodeFacts } from '../platform/profile.ts'
import { prepareDatabase } from '../setup.ts'
import { invitationDays, invitationLetter, invitationLink, newInvitation } from '../slices/access/index.ts'
import { changeAccount } from './changeAccount.ts'
import { type Command, type Io, misuse, readArgs, Refusal, say } from './io.ts'
import { inviteAgain } from './inviteAgain.ts'
import { resetOnMachine } from './secondFactor.ts'
import { targetOptions, withTarget } from './target.ts'

const options = {
  ...targetOptions,
  email: { type: 'string' },
  name: { type: 'string' },
  role: { type: 'string', default: 'administrator' },
  language: { type: 'string', default: 'en' },
  agency: { type: 'string' },
} as const

interface Wanted {
  email: string
  name: string
  role: RoleName
  language: Language
  agency: string | undefined
}

export const user: Command = async (args, io) => {
  const { values, positionals } = readArgs(args, options, 1)
  switch (positionals[0]) {
    case 'add':
      return add(values, io)
    case 'second-factor-reset':
      return resetOnMachine(values, io)
    case 'invite-again':
      return inviteAgain(values, io)
    default:
      throw new Refusal('Say what to do with users: add, invite-again or second-factor-reset.', misuse)
  }
}

type Values = ReturnType<typeof readArgs<typeof options>>['values']

async function add(values: Values, io: Io): Promise<number> {
  const wanted = readWanted(values)
  return withTarget(values, io, async ({ identity, configuration, urls: { ownerUrl, ...urls } }) => {
    if (!ownerUrl) throw new Refusal('Adding a user needs database.owner (KEREGE_DATABASE_OWNER).')
    if (!role(wanted.role).nodes.includes(identity.kind)) {
      throw new Refusal(`A ${identity.kind} node has no role "${wanted.role}".`, misuse)
    }
    await prepareDatabase({ ownerUrl, ...urls }, identity)
    const { info } = nodeFacts(configuration.node, identity.demo)
    const link = invitationLink(configuration.publicUrl, await invite(ownerUrl, info.name, wanted))
    say(io.stdout, link)
    if (configuration.mail) {
      const mail = openMail(configuration.mail)
      const sent = await mail.send(invitationLetter(info.name, wanted, link)).then(
        () => true,
        () => false,
      )
      mail.close()
      say(io.stderr, sent ? 'Sent by mail too.' : 'The mail server did not take it: hand it over in person.')
    }
    say(io.stderr, `Good for ${invitationDays} days, and once. An older link of this person is over.`)
    return 0
  })
}

function readWanted(values: Record<string, string | boolean | undefined>): Wanted {
  const read = <T>(
    name: string,
    shape: { safeParse(value: unknown): { success: boolean; data?: T } },
    mustBe: string,
  ) => {
    const result = shape.safeParse(values[name])
    if (!result.success || result.data === undefined)
      throw new Refusal(`--${name} must be ${mustBe}.`, misuse)
    return result.data
  }
  return {
    email: read('email', Email, 'a mail address'),
    name: read('name', line(160), "the person's name"),
    role: read('role', RoleName, 'a role, such as administrator'),
    language: read('language', Language, `one of ${Language.options.join(', ')}`),
    agency: values.agency === undefined ? undefined : read('agency', line(160), 'the name of an agency'),
  }
}

/** @returns the token of the invitation; only its hash is kept */
async function invite(ownerUrl: string, nodeName: object, wanted: Wanted): Promise<string> {
  const { token } = await changeAccount(ownerUrl, 'account.invited', async client => {
    const id = (await findInvited(client, wanted.email)) ?? (await addAccount(client, nodeName, wanted))
    return { id, token: await newInvitation(client, id) }
  })
  return token
}

/** Who was invited and has not come yet gets a new link, and keeps the hats. */
async function findInvited(client: pg.ClientBase, email: string): Promise<string | undefined> {
  const found = await client.query<{ id: string; state: string }>(
    'select id, state from access.accounts where email = $1 for update',
    [email],
  )
  const [known] = found.rows
  if (known && known.state !== 'invited') throw new Refusal('An account with this address exists already.')
  return known?.id
}

async function addAccount(client: pg.ClientBase, nodeName: object, wanted: Wanted): Promise<string> {
  const accountId = newId()
  await client.query(
    `insert into access.accounts (id, user_id, email, name, language, state) values ($1::uuid, $1::uuid::text, $2, $3, $4, 'invited')`,
    [accountId, wanted.email, wanted.name, wanted.language],
  )
  const agencyId = await findOrAddAgency(client, nodeName, wanted)
  await client.query('insert into access.hats (id, account_id, role, agency_id) values ($1, $2, $3, $4)', [
    newId(),
    accountId,
    wanted.role,
    agencyId,
  ])
  return accountId
}

/** Without a name given: the only agency there is, or a first one called like the node. */
async function findOrAddAgency(client: pg.ClientBase, nodeName: object, wanted: Wanted): Promise<string> {
  const found = await client.query<{ id: string }>(
    `select id from access.agencies a
      where $1::text is null or exists (select 1 from jsonb_each(a.name) n where n.value ->> 'text' = $1)
      order by created_at, id limit 2`,
    [wanted.agency ?? null],
  )
  const [first, second] = found.rows
  if (second) throw new Refusal('There are several agencies: say which one with --agency.', misuse)
  if (first) return first.id
  const id = newId()
  const name = wanted.agency ? { [wanted.language]: { text: wanted.agency, state: 'checked' } } : nodeName
  await client.query("insert into access.agencies (id, name, kind) values ($1, $2, 'state')", [
    id,
    JSON.stringify(name),
  ])
  return id
}
