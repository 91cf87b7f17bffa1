/**
 * The real door: somebody invited by the command chooses a password, sets up an authenticator, and comes back with
 * both; somebody else comes in by the sign-in of their office. Nothing of the demo door is used.
 */
import { spawn } from 'node:child_process'
import { createHmac } from 'node:crypto'
import { join } from 'node:path'
import { beforeAll, expect, onTestFinished, test } from 'vitest'
import { newId } from '../../packages/server/src/platform/ids.ts'
import { freePorts } from '../../packages/server/src/region/ports.ts'
import { builtWeb } from '../../packages/server/src/region/web.ts'
import { newInvitation } from '../../packages/server/src/slices/access/invitations.ts'
import { realProvider } from '../../packages/server/src/slices/access/testing/realProvider.ts'
import { world } from '../../packages/server/src/testing/world.ts'
import { journey, theRegion } from '../support/journey.ts'
import { nodeOf, type Region } from '../support/region.ts'
import { phone } from '../support/visit.ts'
import { wordsIn } from '../support/words.ts'

const base32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** RFC 6238 with SHA-1, six digits, thirty seconds. */
function totp(secret: string, at = Date.now()): string {
  const bits = [...secret.replace(/=+$/, '')]
    .map(letter => base32.indexOf(letter).toString(2).padStart(5, '0'))
    .join('')
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map(byte => Number.parseInt(byte, 2)))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(at / 30_000)))
  const hash = createHmac('sha1', key).update(counter).digest()
  const offset = (hash.at(-1) ?? 0) & 0xf
  return String((hash.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

function invite(region: Region, email: string): Promise<string> {
  const kerege = join(import.meta.dirname, '../../scripts/kerege.mjs')
  const args = [
    'user',
    'add',
    '--demo',
    'kz',
    '--email',
    email,
    '--name',
    'Гүлдана Ә.',
    '--role',
    'administrator',
    '--language',
    'uz',
    '--agency',
    'Node office',
  ]
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [kerege, ...args], {
      env: { ...process.env, KEREGE_DATA: region.folder },
    })
    let said = ''
    let trouble = ''
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString()
    })
    child.stderr.on('data', (chunk: Buffer) => {
      trouble += chunk.toString()
    })
    child.once('exit', code => {
      const link = /https?:\S+#\S+/.exec(said)?.[0]
      if (code === 0 && link) resolve(link)
      else reject(new Error(`kerege user add: ${code} ${trouble}`))
    })
  })
}

journey('the real door', open => {
  let region: Region
  beforeAll(async () => {
    region = await theRegion()
  })

  test('opens with a password and an authenticator, then with a passkey alone, in Uzbek on a phone', async () => {
    const visit = await open({ ...phone, language: 'uz', expects: [/401/, /403/, /422/] })
    const { page } = visit
    const words = wordsIn('uz')
    const email = `new-${Date.now()}@example.org`
    const password = 'seven quiet rivers 41'
    await page.goto(await invite(region, email), { waitUntil: 'networkidle' })
    expect(await page.locator('html').getAttribute('lang')).toBe('uz')
    for (const box of await page.locator('input[type=password]').all()) await box.fill(password)
    await page.locator('main form button[type=submit]').click()

    await page.waitForURL(/sign-in/)
    await page.goto(`${nodeOf(region, 'kz').url}/sign-in`, { waitUntil: 'networkidle' })
    await page.locator('input[type=email], input[autocomplete=username]').first().fill(email)
    await page.locator('input[type=password]').first().fill(password)
    await page.locator('main form button[type=submit]').click()

    // The role sees nothing before the second factor is set up; the password was given a moment ago, and is not asked for again.
    const key = page.locator('[data-secret], code').first()
    await key.waitFor()
    expect(await page.locator('input[type=password]').count()).toBe(0)
    const secret = (await key.innerText()).replace(/\s/g, '')
    expect(secret).toMatch(/^[A-Z2-7]{16,}$/)
    expect(await visit.accessibilityFaults()).toEqual([])
    await page
      .locator('input[autocomplete=one-time-code], input[inputmode=numeric]')
      .first()
      .fill(totp(secret))
    await page.locator('main form input[type=checkbox]').check()
    await page.locator('main form button[type=submit]').click()
    await page.waitForURL(/today/)
    expect(await page.locator('h1').first().innerText()).not.toBe('')

    // A passkey is made on this phone. Before that the node asks once more who is there; here it is made to ask at once.
    const device = await visit.context.newCDPSession(page)
    await device.send('WebAuthn.enable')
    await device.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    })
    const stale = { type: '/problems/step-up-needed', title: 'Step up needed', status: 403 }
    await page.route(
      '**/api/passkeys/challenge',
      route =>
        route.fulfill({
          status: 403,
          contentType: 'application/problem+json',
          body: JSON.stringify({ ...stale, code: 'step-up-needed', minutes: 5 }),
        }),
      { times: 1 },
    )
    await page.goto(`${nodeOf(region, 'kz').url}/account`)
    await page.getByRole('button', { name: words('security.passkeys.add') }).click()
    await page.getByLabel(words('security.passkeys.name')).fill('Yashil telefon')
    await page.getByRole('button', { name: words('security.passkeys.make') }).click()
    const proof = page.getByRole('dialog', { name: words('access.doors.proof.title') })
    await proof.locator('input[autocomplete=one-time-code]').fill(totp(secret, Date.now() + 30_000))
    expect(await visit.accessibilityFaults()).toEqual([])
    await proof.locator('button[type=submit]').click()
    await page.getByText('Yashil telefon').first().waitFor()
    expect(await visit.accessibilityFaults()).toEqual([])

    // And opens the door alone, without a password.
    await visit.context.clearCookies()
    await page.goto(`${nodeOf(region, 'kz').url}/sign-in`)
    await page.getByRole('button', { name: words('access.doors.passkey.signIn') }).click()
    await page.waitForURL(/today/)
    await visit.close()
  })
})

journey('the sign-in of an office', open => {
  test('opens the door, in Tajik on a phone, and asks there once more before what is grave', async () => {
    const [port = 4780] = await freePorts(4780, 1)
    const url = `http://localhost:${port}`
    const office = await realProvider(url)
    const w = await world({
      listen: { port, webDir: await builtWeb(() => undefined) },
      singleSignOn: {
        ...{ issuer: office.issuer, clientId: 'kerege', clientSecret: office.clientSecret },
        name: { tg: 'Вазорати меҳнат ва ҳифзи иҷтимоии аҳолӣ', en: 'the Ministry' },
        ...{ scopes: 'openid profile email', groupsClaim: 'groups', createAccounts: false },
        roles: [{ group: 'case-work', role: 'caseManager', agency: 'Family centre', areas: [] }],
        ...{ acr: [], amr: ['mfa'] },
      },
    })
    onTestFinished(async () => {
      await w.close()
      await office.close()
    })
    const id = newId()
    await w.admin.query(
      `insert into access.accounts (id, user_id, email, name, language, state) values ($1::uuid, $1::uuid::text, 'someone@example.org', 'Саида Р.', 'tg', 'invited')`,
      [id],
    )
    const token = await newInvitation(w.running.node.pool, id)
    const person = {
      email: 's.r@office.example',
      email_verified: false,
      name: 'Саида Р.',
      groups: ['case-work'],
    }
    office.people.set('person-1', person)
    const words = wordsIn('tg')
    const visit = await open({ ...phone, language: 'tg', expects: [/401/, /403/] })
    const { page } = visit

    // Whoever was invited needs no password; what goes wrong over there is said here, in their language.
    await page.goto(`${url}/invitation#${token}`, { waitUntil: 'networkidle' })
    const button = page.getByRole('button', { name: words('access.doors.sso.signIn') })
    await button.waitFor()
    expect(await visit.accessibilityFaults()).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
    await button.click()
    await page.getByText(words('access.problem.sso-cancelled')).waitFor()
    // What came with the address is gone from it.
    expect(page.url()).toBe(`${url}/sign-in/sso`)
    expect(await visit.accessibilityFaults()).toEqual([])

    office.hand.next = { who: 'person-1', amr: ['mfa'] }
    await page.goto(`${url}/invitation#${token}`, { waitUntil: 'networkidle' })
    await button.click()
    await page.waitForURL(/today/)

    // Later: a sign-in of the office, and back to the page that was wanted.
    await visit.context.clearCookies()
    await page.goto(`${url}/sign-in?return=/account`, { waitUntil: 'networkidle' })
    expect(await visit.accessibilityFaults()).toEqual([])
    await button.click()
    await page.waitForURL(to => to.pathname === '/account')

    // Minutes later something grave: asked in a window of its own, and then what was begun goes on.
    await w.admin.query(
      "update access.sessions set fresh_at = now() - interval '1 hour' where account_id = $1",
      [id],
    )
    await page.getByRole('button', { name: words('security.passkeys.add') }).click()
    await page.getByRole('textbox', { name: words('security.passkeys.name') }).fill('Телефони сабз')
    await page.getByRole('button', { name: words('security.passkeys.make') }).click()
    const proof = page.getByRole('dialog', { name: words('access.doors.proof.title') })
    const again = proof.getByRole('button', { name: words('access.doors.sso.again') })
    await again.waitFor()
    expect(await visit.accessibilityFaults()).toEqual([])
    await again.click()
    await proof.waitFor({ state: 'hidden' })
    const fresh = await w.admin.query(
      "select 1 from access.sessions where account_id = $1 and fresh_at > now() - interval '5 minutes' and opened_by = 'sso-whole'",
      [id],
    )
    expect(fresh.rowCount).toBe(1)
    await visit.close()
  })
})
