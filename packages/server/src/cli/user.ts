/**
 * `kerege user add`: an account by invitation, for the first administrator, who has nobody to be invited by. Asks for
 * no password: the invited person chooses one at the address that is printed.
 */
import { createHash, randomBytes } from 'node:crypto'
import { role, RoleName } from '@kerege/contract/access/roles'
import { Email } from '@kerege/contract/access/schema'
import { Language, line } from '@kerege/contract/common'
import pg from 'pg'
import { buildNode, type RunningNode } from '../main.ts'
import { newId } from '../platform/ids.ts'
import { openLog } from '../platform/log.ts'
import { nodeFacts } from '../platform/profile.ts'
import { prepareDatabase } from '../setup.ts'
import { recordAlone } from '../slices/audit/index.ts'
import { type Command, misuse, readArgs, Refusal, say } from './io.ts'
import { type Target, targetOptions, withTarget } from './target.ts'

const options = {
  ...targetOptions,
  email: { type: 'string' },
  name: { type: 'string' },
  role: { type: 'string', default: 'administrator' },
  language: { type: 'string', default: 'en' },
  agency: { type: 'string' },
} as const

const invitationDays = 7

interface Wanted {
  email: string
  name: string
  role: RoleName
  language: Language
  agency: string | undefined
}

export const user: Command = async (args, io) => {
  const { values, positionals } = readArgs(args, options, 1)
  if (positionals[0] !== 'add') throw new Refusal('Say what to do with users: add.', misuse)
  const wanted = readWanted(values)
  return withTarget(values, io, async target => {
    const { ownerUrl, ...urls } = target.urls
    if (!ownerUrl) throw new Refusal('Adding a user needs database.owner (KEREGE_DATABASE_OWNER).')
    if (!role(wanted.role).nodes.includes(target.identity.kind)) {
      throw new Refusal(`A ${target.identity.kind} node has no role "${wanted.role}".`, misuse)
    }
    await prepareDatabase({ ownerUrl, ...urls }, target.identity)
    const node = await openNode(target)
    try {
      const token = await invite(node, ownerUrl, wanted)
      say(io.stdout, `${node.node.baseUrl}/invitation#${token}`)
      say(io.stderr, `Good for ${invitationDays} days, and once. Hand it over in person.`)
      return 0
    } finally {
      await node.stop()
    }
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

/** The node without its doors, so that nothing differs from what its server would do. */
function openNode({ configuration, identity, urls }: Target): Promise<RunningNode> {
  const { info, session } = nodeFacts(configuration.node, identity.demo)
  return buildNode({
    info,
    session,
    baseUrl: configuration.publicUrl,
    urls,
    dataDir: configuration.dataDir,
    masterKeyFile: configuration.masterKeyFile,
    log: openLog({ node: identity.id }),
    background: false,
    poolSize: 2,
  })
}

/** @returns the token of the invitation; only its hash is kept */
async function invite({ node, signIn }: RunningNode, ownerUrl: string, wanted: Wanted): Promise<string> {
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  try {
    const found = await owner.query<{ id: string; state: string }>(
      'select id, state from access.accounts where email = $1',
      [wanted.email],
    )
    const known = found.rows[0]
    if (known && known.state !== 'invited') throw new Refusal('An account with this address exists already.')
    const userId = known ? undefined : await signIn.createUser(wanted.email, wanted.name)
    const token = randomBytes(32).toString('base64url')
    await owner.query('begin')
    const accountId = known?.id ?? (await addAccount(owner, node.info.name, wanted, userId ?? ''))
    await owner.query(
      `insert into access.invitations (token_hash, account_id, expires_at)
       values ($1, $2, now() + make_interval(days => $3))`,
      [createHash('sha256').update(token).digest(), accountId, invitationDays],
    )
    await owner.query('commit')
    await recordAlone(node.pool, {
      requestId: newId(),
      at: node.now(),
      actor: null,
      action: 'account.invited',
      outcome: 'done',
      subjects: [accountId],
    })
    return token
  } finally {
    await owner.end()
  }
}

async function addAccount(
  owner: pg.Client,
  nodeName: object,
  wanted: Wanted,
  userId: string,
): Promise<string> {
  const accountId = newId()
  await owner.query(
    `insert into access.accounts (id, user_id, email, name, language, state) values ($1, $2, $3, $4, $5, 'invited')`,
    [accountId, userId, wanted.email, wanted.name, wanted.language],
  )
  const agencyId = await findOrAddAgency(owner, nodeName, wanted)
  await owner.query('insert into access.hats (id, account_id, role, agency_id) values ($1, $2, $3, $4)', [
    newId(),
    accountId,
    wanted.role,
    agencyId,
  ])
  return accountId
}

/** Without a name given: the only agency there is, or a first one called like the node. */
async function findOrAddAgency(owner: pg.Client, nodeName: object, wanted: Wanted): Promise<string> {
  const found = await owner.query<{ id: string }>(
    `select id from access.agencies a
      where $1::text is null or exists (select 1 from jsonb_each(a.name) n where n.value ->> 'text' = $1)
      order by created_at, id limit 1`,
    [wanted.agency ?? null],
  )
  if (found.rows[0]) return found.rows[0].id
  const id = newId()
  const name = wanted.agency ? { [wanted.language]: { text: wanted.agency, state: 'checked' } } : nodeName
  await owner.query("insert into access.agencies (id, name, kind) values ($1, $2, 'state')", [
    id,
    JSON.stringify(name),
  ])
  return id
}
