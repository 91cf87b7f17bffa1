/**
 * A browser in a test: keeps cookies as browsers do, by name and host and never by port, and knocks at the real doors.
 * Each has a network address of its own unless told, so that one test's knocking does not shut out another's.
 */
import { createHmac } from 'node:crypto'
import type { RoleName } from '@kerege/contract/access/roles'
import * as routes from '@kerege/contract/access/routes'
import { urlOf } from '@kerege/contract/client'
import type { Input, Output, Route } from '@kerege/contract/route'
import type { RunningNode } from '../../../main.ts'
import { newId } from '../../../platform/ids.ts'
import type { World } from '../../../testing/world.ts'

export type Jar = Map<string, string>

export interface Reply<T> {
  status: number
  body: T & { code?: string; faults?: { pointer: string; code: string }[]; minutes?: number }
  cookies: string[]
}

export function browser(
  { app }: Pick<RunningNode, 'app'>,
  options: { ip?: string; jar?: Jar; agent?: string } = {},
) {
  const jar: Jar = options.jar ?? new Map()
  const ip = options.ip ?? newId()
  const env = { incoming: { socket: { remoteAddress: ip, remotePort: 1, remoteFamily: 'IPv4' } } }

  async function call<R extends Route>(
    route: R,
    input: Input<R>,
    headers: Record<string, string | undefined> = {},
  ): Promise<Reply<Output<R>>> {
    const { body } = input as { body?: unknown }
    const sent = {
      'x-kerege': '1',
      'user-agent': options.agent ?? 'Mozilla/5.0 (Linux; Android 16) Firefox/150.0',
      ...(jar.size > 0 ? { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') } : {}),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    }
    const response = await app.request(
      urlOf(route, input as { params?: unknown; query?: unknown }),
      {
        method: route.method,
        headers: Object.entries(sent).flatMap(([name, value]) =>
          value === undefined ? [] : [[name, value]],
        ),
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      },
      env,
    )
    const cookies = response.headers.getSetCookie()
    for (const cookie of cookies) keep(jar, cookie)
    const text = await response.text()
    return { status: response.status, body: text === '' ? {} : JSON.parse(text), cookies } as Reply<Output<R>>
  }

  const signIn = (email: string, password: string) => call(routes.signIn, { body: { email, password } })
  return { call, signIn, jar, ip }
}
export type Browser = ReturnType<typeof browser>

function keep(jar: Jar, cookie: string) {
  const [pair = '', ...flags] = cookie.split(/;\s*/)
  const at = pair.indexOf('=')
  if (flags.some(flag => /^max-age=0$/i.test(flag))) jar.delete(pair.slice(0, at))
  else jar.set(pair.slice(0, at), pair.slice(at + 1))
}

export const password = 'seven quiet rivers 41'
/** What its hash costs where somebody only has to come in: of a usual one half a second each time. */
export const cheap = { memory: 64, passes: 1, parallelism: 1 }

export interface Member {
  accountId: string
  userId: string
  email: string
  name: string
}

/** An account with a password, as it is after an invitation was accepted; no authenticator yet. */
export async function member(w: World, role: RoleName, name = `Айгүл ${newId().slice(-4)}`): Promise<Member> {
  const accountId = newId()
  const email = `${accountId}@example.org`
  const userId = await w.running.signIn.createUser(email, name)
  await w.running.signIn.setPassword(userId, password, cheap)
  await w.admin.query(
    `insert into access.accounts (id, user_id, email, name, language, state) values ($1, $2, $3, $4, 'kk', 'active')`,
    [accountId, userId, email, name],
  )
  await w.admin.query(
    'insert into access.hats (id, account_id, role, agency_id, team_id) values ($1, $2, $3, $4, $5)',
    [newId(), accountId, role, w.agencyId, w.teamId],
  )
  return { accountId, userId, email, name }
}

export interface Authenticator {
  /** @param step 0 for the code of now, 1 for the next one */
  code(step?: number): string
  /** The code of a half minute, counted from 1970. */
  codeOf(halfMinute: number): string
  /** The half minute whose code is used already. */
  used: number
  recoveryCodes: string[]
}

export const stepMs = 30_000

/**
 * Signs in by password and sets an authenticator up; the first code is used.
 * @param early with the code of the half minute before, where that is still taken: two more codes can then be used at once
 */
export async function enrol(
  at: Browser,
  who: Pick<Member, 'email'>,
  early?: 'early',
): Promise<Authenticator> {
  await at.signIn(who.email, password)
  const started = await at.call(routes.startSecondFactor, { body: { password } })
  const secret = new URL(started.body.uri).searchParams.get('secret') ?? ''
  const codeOf = (halfMinute: number) => totp(secret, halfMinute * stepMs)
  const now = () => Math.floor(Date.now() / stepMs)
  const code = (step = 0) => codeOf(now() + step)
  const used = now() - (early && Date.now() % stepMs < stepMs / 2 ? 1 : 0)
  const { status, body } = await at.call(routes.finishSecondFactor, { body: { code: codeOf(used) } })
  if (status !== 200) throw new Error(`no authenticator: ${status} ${JSON.stringify(body)}`)
  return { code, codeOf, used, recoveryCodes: started.body.recoveryCodes }
}

/** RFC 6238 with its usual choices: SHA-1, six digits, half a minute. */
export function totp(base32: string, at: number): string {
  const bits = [...base32]
    .map(letter => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'))
    .join('')
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map(byte => Number.parseInt(byte, 2)))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(at / stepMs)))
  const hash = createHmac('sha1', key).update(counter).digest()
  const offset = hash.readUInt8(19) & 15
  return String((hash.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}
