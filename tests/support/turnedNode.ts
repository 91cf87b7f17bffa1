/**
 * A national node of its own for a story that lasts for years. It begins in the past and is turned towards today: a grant counts from its
 * day on by the clock of the database, and nobody turns that. Whoever works here has a password and an authenticator, and comes in by the door.
 */
import type { BrowserContext, Page } from 'playwright-core'
import type { RoleName } from '../../packages/contract/src/access/roles.ts'
import {
  browser,
  enrol,
  type Member,
  member,
  password,
} from '../../packages/server/src/slices/access/testing/browser.ts'
import { type Somebody, type World, world } from '../../packages/server/src/testing/world.ts'
import { type Turned, turned } from './turned.ts'
import type { wordsIn } from './words.ts'

const day = 86_400_000

export interface TurnedNode extends Turned {
  readonly w: World
}

/** Listens until `w.close()`. */
export const turnedNode = (daysAgo: number, firstPort = 25_700): Promise<TurnedNode> =>
  turned(firstPort, async parts => ({ w: await world(parts) }), -daysAgo * day)

export interface Colleague extends Somebody {
  /** What the authenticator shows: once each. */
  code(): string
}

/** Somebody with a password and an authenticator, as after an invitation. */
export async function colleague(
  { w }: TurnedNode,
  role: RoleName,
  name: string,
  at: { agencyId: string; teamId?: string } = w,
): Promise<Colleague> {
  const who: Member = await member(w, role, name)
  await w.admin.query('update access.hats set agency_id = $2, team_id = $3 where account_id = $1', [
    who.accountId,
    at.agencyId,
    at.teamId ?? null,
  ])
  return withAuthenticator(w, { ...who, role, agencyId: at.agencyId, teamId: at.teamId ?? '', cookie: '' })
}

/** Gives an account that a story has made already a password and an authenticator: from here on it comes in by the door. */
export async function withDoor(w: World, who: Somebody): Promise<Colleague> {
  const { rows } = await w.admin.query<{ userId: string }>(
    'select user_id as "userId" from access.accounts where id = $1',
    [who.accountId],
  )
  const userId = rows[0]?.userId ?? ''
  await w.running.signIn.setPassword(userId, password)
  return withAuthenticator(w, { ...who, userId })
}

async function withAuthenticator(w: World, who: Somebody & Member): Promise<Colleague> {
  const door = browser(w.running)
  const app = await enrol(door, who)
  const [name = '', value = ''] = [...door.jar].find(([key]) => key.includes('session')) ?? []
  return { ...who, cookie: `${name}=${value}`, code: () => app.code(1) }
}

/** By the door: password, then the code of the authenticator. */
export async function comeIn(
  page: Page,
  { url }: Turned,
  who: Colleague,
  words: ReturnType<typeof wordsIn>,
): Promise<void> {
  await page.goto(`${url}/sign-in`, { waitUntil: 'networkidle' })
  await page.getByLabel(words('access.email')).fill(who.email)
  await page.getByLabel(words('access.password'), { exact: true }).fill(password)
  await page.getByRole('button', { name: words('access.signIn'), exact: true }).click()
  await page.getByLabel(words('access.code.totp')).fill(who.code())
  await page.getByRole('button', { name: words('access.confirm'), exact: true }).click()
  await page.waitForURL(/\/today/)
}

/** The browser's clock stands where that of the node does: a day that a form proposes is the node's today. */
export const standAt = (context: BrowserContext, { now }: Turned): Promise<unknown> =>
  context.addInitScript(ahead => {
    const Machine = Date
    const Turned = function (this: unknown, ...given: []) {
      const made = given.length === 0 ? new Machine(Machine.now() + ahead) : new Machine(...given)
      return new.target ? made : made.toString()
    }
    Turned.prototype = Machine.prototype
    Object.assign(Turned, { UTC: Machine.UTC, parse: Machine.parse, now: () => Machine.now() + ahead })
    Object.assign(globalThis, { Date: Turned })
  }, now().getTime() - Date.now())
