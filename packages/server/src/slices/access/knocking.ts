/** Whose door is being knocked at: accounts and sessions as the open doors need them, before there is an actor. */
import { role, type RoleName } from '@kerege/contract/access/roles'
import { DomainError } from '@kerege/contract/errors'
import type { Actor, Node } from '../../platform/context.ts'
import type { Knock, OpenAnswer } from '../../platform/handler.ts'
import { newId } from '../../platform/ids.ts'
import { isEnrolled } from './codes.ts'
import { meetDevice, tellOwner } from './knownDevices.ts'
import { isBySso, isWhole, tokenHash } from './session.ts'
import type { SignIn, SignInAnswer } from './signIn.ts'

export interface Knocker {
  id: string
  user_id: string
  email: string
  hat_id: string
  role: RoleName
}

export interface Step {
  /** `passkey`: the account has one, so a password alone must not set up another factor. */
  next: 'signed-in' | 'second-factor' | 'enrol-second-factor' | 'passkey'
}

/** For the log. */
export const who = (account: Pick<Knocker, 'id' | 'role'>) => ({ account: account.id, role: account.role })

/**
 * An active account that has a hat; its first hat is the one it will wear.
 * @param bySso a hat that a group of the identity provider gives counts only for who comes from there
 */
export async function findKnocker(
  node: Node,
  by: 'id' | 'email' | 'user_id',
  value: string,
  bySso = false,
): Promise<Knocker | null> {
  const found = await node.pool.query<Knocker>(
    `select a.id, a.user_id, a.email, h.id as hat_id, h.role from access.accounts a
       join access.hats h on h.account_id = a.id and h.ended_at is null and (not h.by_sso or $2)
      where a.${by} = $1 and a.state = 'active'
      order by h.created_at, h.id limit 1`,
    [value, bySso],
  )
  return found.rows[0] ?? null
}

export interface Guest extends Knocker {
  session: Actor
}

/**
 * Account of the session at hand, complete or not: somebody who sets up an authenticator has no rights yet.
 * @throws DomainError `not-signed-in`, `viewing-as`
 */
export async function guestOf(knock: Knock): Promise<Guest> {
  const guest = await whoIsIn(knock)
  // What one's own account is made of is not touched from another role's screens.
  if (guest.session.viewing) throw new DomainError('forbidden', 'viewing-as')
  return guest
}

/** The same, whatever they look at. @throws DomainError `not-signed-in` */
export async function whoIsIn({ node, token }: Knock): Promise<Guest> {
  const entered = token
    ? await node.pool.query<{ actor: Actor | null }>(
        'select access.as_viewed(access.enter($1, $2)) as actor',
        [tokenHash(token), node.session.idleMinutes],
      )
    : null
  const session = entered?.rows[0]?.actor
  const account =
    session && (await findKnocker(node, 'id', session.viewing?.account ?? session.account, isBySso(session)))
  if (!account) throw new DomainError('unauthenticated', 'not-signed-in')
  return { ...account, session }
}

export async function dropSession({ node, token }: Knock): Promise<void> {
  if (token) await node.pool.query('select access.leave($1)', [tokenHash(token)])
}

/**
 * Opens the session in our own table: without it the library's cookie opens nothing.
 * @param provenAt when whoever comes in showed who they are, where that was not this very moment; null: nobody knows
 */
export async function openSession(
  knock: Knock,
  signIn: SignIn,
  account: Knocker,
  answer: Pick<SignInAnswer, 'cookies' | 'token'>,
  openedBy: Actor['openedBy'],
  provenAt: Date | null = new Date(),
): Promise<OpenAnswer<Step>> {
  const { node, now } = knock
  const { token } = answer
  if (!token) throw new Error('The sign-in library opened no session.')
  // Whoever signs in anew leaves the session behind that this browser had.
  await dropSession(knock)
  // At the demo's door nobody proves who they are, and five people share one browser.
  const device = openedBy === 'demo' ? null : await meetDevice(node, signIn, account.id, knock.headers)
  await node.pool.query(
    `insert into access.sessions (id, token_hash, account_id, hat_id, device, opened_by, created_at, last_seen_at, expires_at, fresh_at, new_device)
     values ($1, $2, $3, $4, $5, $6, now(), now(), now() + make_interval(hours => $7),
             least(now(), $8::timestamptz), $9)`,
    [
      newId(now.getTime()),
      tokenHash(token),
      account.id,
      account.hat_id,
      deviceOf(knock.headers.get('user-agent') ?? ''),
      openedBy,
      node.session.absoluteHours,
      provenAt,
      device?.isNew ?? false,
    ],
  )
  if (device?.isNew) await tellOwner(node, 'account.new-device', account.id)
  return {
    body: { next: await nextStep(node, account, openedBy) },
    cookies: [...answer.cookies, ...(device?.cookies ?? [])],
    account: who(account),
    undo: async () => {
      await node.pool.query('select access.leave($1)', [tokenHash(token)])
      await signIn.closeSession(token)
    },
  }
}

async function nextStep(node: Node, account: Knocker, openedBy: Actor['openedBy']): Promise<Step['next']> {
  if (isWhole({ openedBy }) || !role(account.role).secondFactor) return 'signed-in'
  // After a password the library has asked for the code before; after the office's own sign-in nobody has.
  if (openedBy === 'sso' && (await isEnrolled(node, account.id))) return 'second-factor'
  return (await hasSecondFactor(node, account.id)) ? 'passkey' : 'enrol-second-factor'
}

/** An authenticator, or a passkey. */
export async function hasSecondFactor(node: Node, accountId: string): Promise<boolean> {
  const found = await node.pool.query<{ has: boolean }>('select access.has_second_factor($1) as has', [
    accountId,
  ])
  return found.rows[0]?.has ?? false
}

/** Enough to recognise one's own device in the list, and no fingerprint. */
function deviceOf(userAgent: string): string {
  const named = (marks: readonly (readonly [mark: string, name: string])[]) =>
    marks.find(([mark]) => userAgent.includes(mark))?.[1]
  const browser = named([
    ['Firefox', 'Firefox'],
    ['Edg', 'Edge'],
    ['Chrome', 'Chrome'],
    ['Safari', 'Safari'],
  ])
  const system = named([
    ['Android', 'Android'],
    ['iPhone', 'iPhone'],
    ['iPad', 'iPad'],
    ['Windows', 'Windows'],
    ['Mac OS', 'Mac OS'],
    ['Linux', 'Linux'],
  ])
  return [browser, system].filter(Boolean).join(', ') || 'unknown'
}
