/**
 * Open doors: sign in, second step, reset, invitation, demo. They run before any transaction, since hashing is slow,
 * and answer the same whether an address is known or not.
 */
import { createHash } from 'node:crypto'
import { DomainError, invalid } from '@kerege/contract/errors'
import * as routes from '@kerege/contract/access/routes'
import { role, type RoleName } from '@kerege/contract/access/roles'
import type { Node } from '../../platform/context.ts'
import { type Knock, openHandler, type OpenAnswer } from '../../platform/handler.ts'
import { newId } from '../../platform/ids.ts'
import { commonPassword } from './commonPasswords.ts'
import { clearFailures, countFailure, requireUnlocked } from './lockout.ts'
import { tokenHash } from './session.ts'
import type { SignIn, SignInAnswer } from './signIn.ts'

interface AccountForSignIn {
  id: string
  user_id: string
  email: string
  hat_id: string
  role: RoleName
}

type Step = { next: 'signed-in' | 'second-factor' | 'enrol-second-factor' }

const refused = () => new DomainError('unauthenticated', 'sign-in-refused')

export const doors = (signIn: SignIn) => [
  openHandler(routes.getNode, async knock => ({ body: knock.node.info })),

  openHandler(routes.getStart, async knock => {
    if (!knock.node.startPage) throw new DomainError('not-found', 'not-found')
    return { body: await knock.node.startPage() }
  }),

  openHandler(routes.signIn, async (knock, { body }) => {
    const guarded = { address: body.email, client: knock.ip }
    await requireUnlocked(knock.node, guarded)
    const answer = await signIn.password(body.email, body.password, knock.headers)
    const account = answer && (await findAccount(knock.node, 'email', body.email))
    if (!answer || !account) {
      await countFailure(knock.node, guarded)
      throw refused()
    }
    if (answer.secondFactorAsked) {
      // Counted until the code is right, so that a known password does not buy endless codes.
      await countFailure(knock.node, guarded)
      return {
        body: { next: 'second-factor' } satisfies Step,
        cookies: answer.cookies,
        account: who(account),
      }
    }
    await clearFailures(knock.node, body.email)
    return openSession(knock, signIn, account, answer, 'password')
  }),

  openHandler(routes.passSecondFactor, async (knock, { body }) => {
    const guarded = { address: `second-factor ${knock.ip}`, client: knock.ip }
    await requireUnlocked(knock.node, guarded)
    const answer = await (body.kind === 'totp' ? signIn.totp : signIn.recovery)(body.code, knock.headers)
    const account = answer?.userId ? await findAccount(knock.node, 'user_id', answer.userId) : null
    if (!answer || !account) {
      await countFailure(knock.node, guarded)
      throw new DomainError('unauthenticated', 'code-refused')
    }
    await clearFailures(knock.node, account.email)
    return openSession(knock, signIn, account, answer, 'second-factor')
  }),

  openHandler(routes.startSecondFactor, async (knock, { body }) => {
    const account = await ownerOf(knock)
    const started = await signIn.startEnrolment(body.password, knock.headers)
    if (!started) throw invalid([{ pointer: '/password', code: 'password-wrong' }])
    return { body: started, account: who(account) }
  }),

  openHandler(routes.finishSecondFactor, async (knock, { body }) => {
    const account = await ownerOf(knock)
    const answer = await signIn.totp(body.code, knock.headers)
    if (!answer?.token) throw invalid([{ pointer: '/code', code: 'code-refused' }])
    await dropSession(knock)
    return openSession(knock, signIn, account, answer, 'second-factor')
  }),

  openHandler(routes.signOut, async knock => {
    const account = knock.token ? await ownerOf(knock).catch(() => null) : null
    await dropSession(knock)
    if (knock.token) await signIn.closeSession(knock.token)
    const gone = `${signIn.cookieName}=; Max-Age=0; Path=/; HttpOnly; SameSite=Strict`
    return { body: undefined, cookies: [gone], ...(account ? { account: who(account) } : {}) }
  }),

  openHandler(routes.enterDemo, async (knock, { body }) => {
    // Only a database made by the demo command says that it is one; a real configuration refuses to open such a database.
    const account = knock.node.info.demo ? await findAccount(knock.node, 'email', body.key) : null
    if (!account) throw new DomainError('not-found', 'not-found')
    const { token, cookie } = await signIn.openWithoutPassword(account.user_id)
    const answer = { cookies: [cookie], token, userId: account.user_id, secondFactorAsked: false }
    return openSession(knock, signIn, account, answer, 'demo')
  }),

  openHandler(routes.askReset, async (knock, { body }) => {
    const guarded = { address: `reset ${body.email}`, client: knock.ip }
    await requireUnlocked(knock.node, guarded)
    await countFailure(knock.node, guarded)
    await signIn.askReset(body.email, knock.headers)
    return { body: undefined }
  }),

  openHandler(routes.resetPassword, async (_knock, { body }) => {
    requireUncommon(body.password)
    if (!(await signIn.reset(body.token, body.password)))
      throw invalid([{ pointer: '/token', code: 'token-refused' }])
    return { body: undefined }
  }),

  openHandler(routes.acceptInvitation, async (knock, { body }) => {
    requireUncommon(body.password)
    const hash = createHash('sha256').update(body.token).digest()
    const used = await knock.node.pool.query<{ account_id: string; user_id: string }>(
      `update access.invitations i set used_at = now() from access.accounts a
        where i.token_hash = $1 and i.used_at is null and i.expires_at > now() and a.id = i.account_id and a.state = 'invited'
        returning i.account_id, a.user_id`,
      [hash],
    )
    const invited = used.rows[0]
    if (!invited) throw invalid([{ pointer: '/token', code: 'token-refused' }])
    await signIn.setPassword(invited.user_id, body.password)
    await knock.node.pool.query("update access.accounts set state = 'active' where id = $1", [
      invited.account_id,
    ])
    return {
      body: undefined,
      account: { account: invited.account_id, role: null },
      subjects: [invited.account_id],
    }
  }),
]

/** @throws DomainError `invalid` with `password-common` */
export function requireUncommon(password: string): void {
  if (commonPassword(password)) throw invalid([{ pointer: '/password', code: 'password-common' }])
}

const who = (account: AccountForSignIn) => ({ account: account.id, role: account.role })

async function findAccount(
  node: Node,
  by: 'email' | 'user_id',
  value: string,
): Promise<AccountForSignIn | null> {
  const found = await node.pool.query<AccountForSignIn>(
    `select a.id, a.user_id, a.email, h.id as hat_id, h.role from access.accounts a
       join access.hats h on h.account_id = a.id and h.ended_at is null
      where a.${by === 'email' ? 'email' : 'user_id'} = $1 and a.state = 'active'
      order by h.created_at, h.id limit 1`,
    [value],
  )
  return found.rows[0] ?? null
}

/** Account of the session at hand, complete or not: somebody who sets up an authenticator has no rights yet. */
async function ownerOf(knock: Knock): Promise<AccountForSignIn> {
  const found = knock.token
    ? await knock.node.pool.query<{ account: string }>(
        "select access.enter($1, $2) ->> 'account' as account",
        [tokenHash(knock.token), knock.node.session.idleMinutes],
      )
    : null
  const id = found?.rows[0]?.account
  if (!id) throw new DomainError('unauthenticated', 'not-signed-in')
  const account = await knock.node.pool.query<AccountForSignIn>(
    `select a.id, a.user_id, a.email, h.id as hat_id, h.role from access.accounts a
       join access.hats h on h.account_id = a.id and h.ended_at is null
      where a.id = $1 order by h.created_at, h.id limit 1`,
    [id],
  )
  const owner = account.rows[0]
  if (!owner) throw new DomainError('unauthenticated', 'not-signed-in')
  return owner
}

async function dropSession(knock: Knock): Promise<void> {
  if (!knock.token) return
  await knock.node.pool.query('select access.leave($1)', [tokenHash(knock.token)])
}

async function openSession(
  knock: Knock,
  signIn: SignIn,
  account: AccountForSignIn,
  answer: SignInAnswer,
  openedBy: 'password' | 'second-factor' | 'demo',
): Promise<OpenAnswer<Step>> {
  const { node, now } = knock
  if (!answer.token) throw refused()
  const token = answer.token
  await node.pool.query(
    `insert into access.sessions (id, token_hash, account_id, hat_id, device, opened_by, created_at, last_seen_at, expires_at)
     values ($1, $2, $3, $4, $5, $6, now(), now(), now() + make_interval(hours => $7))`,
    [
      newId(now.getTime()),
      tokenHash(token),
      account.id,
      account.hat_id,
      deviceOf(knock.headers.get('user-agent') ?? ''),
      openedBy,
      node.session.absoluteHours,
    ],
  )
  const next =
    openedBy === 'password' && role(account.role).secondFactor ? 'enrol-second-factor' : 'signed-in'
  return {
    body: { next },
    cookies: answer.cookies,
    account: who(account),
    undo: async () => {
      await node.pool.query('select access.leave($1)', [tokenHash(token)])
      await signIn.closeSession(token)
    },
  }
}

/** Enough to recognise one's own device in the list, and no fingerprint. */
function deviceOf(userAgent: string): string {
  const system = ['Android', 'iPhone', 'iPad', 'Windows', 'Mac OS', 'Linux'].find(name =>
    userAgent.includes(name),
  )
  const browser = ['Firefox', 'Edg', 'Chrome', 'Safari'].find(name => userAgent.includes(name))
  return [browser === 'Edg' ? 'Edge' : browser, system].filter(Boolean).join(', ') || 'unknown'
}
