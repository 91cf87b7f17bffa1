/**
 * The door by which people come in: a password, then the code of their authenticator, on the page that everybody has. Whoever is in a
 * story comes in so once, and goes on in a browser that is still signed in, as one's own device is. The demo has a door of its own, without
 * keys: that is no way in here (`doors.test.ts`).
 */
import { setTimeout as pause } from 'node:timers/promises'
import type { BrowserContext, Locator, Page } from 'playwright-core'
import {
  type Authenticator,
  browser,
  cheap,
  enrol,
  password,
  stepMs,
} from '../../packages/server/src/slices/access/testing/browser.ts'
import type { Somebody, World } from '../../packages/server/src/testing/world.ts'
import { go, settled } from './going.ts'
import type { wordsIn } from './words.ts'

export interface Owner {
  email: string
  /** What the authenticator shows. A node takes no code twice: whoever asks too soon waits for the next one. */
  code(): Promise<string>
}

/** Somebody of a world who comes in by the door, and not by a cookie alone. */
export interface Colleague extends Somebody, Owner {}

interface Place {
  readonly url: string
}

/** Gives an account of a world a password and an authenticator; whoever holds the account already holds them too. */
export async function withDoor(w: World, who: Somebody): Promise<Colleague> {
  const { rows } = await w.admin.query<{ userId: string }>(
    'select user_id as "userId" from access.accounts where id = $1',
    [who.accountId],
  )
  const userId = rows[0]?.userId ?? ''
  await w.running.signIn.setPassword(userId, password, cheap)
  const door = browser(w.running)
  const app = await enrol(door, who, 'early')
  // The sessions from before ended with the enrolment.
  const [name = '', value = ''] = [...door.jar].find(([key]) => key.includes('session')) ?? []
  return Object.assign(who, { cookie: `${name}=${value}`, code: oneByOne(app) })
}

/** Codes in the order of the half minutes for which they are made: each once, and none before a node would take it. */
export function oneByOne({ codeOf, used }: Authenticator): Owner['code'] {
  let last = used
  return async () => {
    last = Math.max(last + 1, Math.floor(Date.now() / stepMs))
    const step = last
    // A node takes the code of the next half minute already.
    await pause(Math.max(0, (step - 1) * stepMs - Date.now()))
    return codeOf(step)
  }
}

export type Words = ReturnType<typeof wordsIn>

/** Fills in what is asked for at the door: on its page, and over a page whose session ended. */
export async function knock(where: Page | Locator, who: Owner, words: Words): Promise<void> {
  await where.getByLabel(words('access.email')).fill(who.email)
  await where.getByLabel(words('access.password'), { exact: true }).fill(password)
  await where.getByRole('button', { name: words('access.signIn'), exact: true }).click()
  const field = where.getByLabel(words('access.code.totp'))
  await field.waitFor()
  await field.fill(await who.code())
  await where.getByRole('button', { name: words('access.confirm'), exact: true }).click()
}

type Cookies = Awaited<ReturnType<BrowserContext['cookies']>>

/** What the door gave to those who came in. */
const stayedIn = new WeakMap<Owner, Cookies>()

/**
 * By the door, to the page that was wanted; a second time in the same story as somebody who is still signed in.
 * @param to today when absent; who is signed in already stands before no page then
 */
export async function comeIn(
  page: Page,
  { url }: Place,
  who: Owner,
  words: Words,
  to?: string,
): Promise<void> {
  const given = stayedIn.get(who)
  if (given) {
    await page.context().addCookies(given)
    if (to) await go(page, url + to)
    return
  }
  await page.goto(`${url}/sign-in${to ? `?return=${encodeURIComponent(to)}` : ''}`)
  await knock(page, who, words)
  await page.waitForURL(({ pathname }) => pathname !== '/sign-in')
  stayedIn.set(who, await page.context().cookies())
  await settled(page)
}
