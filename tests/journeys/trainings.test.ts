/**
 * A place at a training, by clicks, with four accounts: a practitioner in Dushanbe asks on a phone, the focal point of the state
 * nominates, the organiser in Kazakhstan confirms and notes who is there, a certificate is given, and somebody with nothing but the
 * address on the paper checks it. Weeks pass, so it plays at a hub of its own whose clock is turned.
 */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Locator, Page } from 'playwright-core'
import type { RoleName } from '../../packages/contract/src/access/roles.ts'
import { getEvent } from '../../packages/contract/src/practices/trainings/events/routes.ts'
import { devicesOf } from '../support/devices.ts'
import { type Colleague, withDoor } from '../support/door.ts'
import { go } from '../support/going.ts'
import { journey } from '../support/journey.ts'
import { type TurnedHub, turnedHub } from '../support/turnedHub.ts'
import { phone, type VisitOptions } from '../support/visit.ts'
import { wordsIn } from '../support/words.ts'

const day = 86_400_000
const en = wordsIn('en')
const title = 'First talk with a child'
const typed = (at: Date) => at.toISOString().slice(0, 10).split('-').reverse().join('.')
const press = (where: Page | Locator, name: string | RegExp) =>
  where.getByRole('button', { name, exact: true }).first().click()
/** One or more of many, found by typing. */
async function choose(where: Page | Locator, label: string | RegExp, text: string) {
  const field = where.getByRole('textbox', { name: label }).or(where.getByRole('combobox', { name: label }))
  await field.first().fill(text)
  await where.getByRole('option').filter({ hasText: text }).first().click()
}

journey('a place at a training', open => {
  let hub: TurnedHub
  let organiser: Colleague
  let focal: Colleague
  let practitioner: Colleague
  let path = ''
  const first = () => new Date(Date.now() + 20 * day)

  beforeAll(async () => {
    hub = await turnedHub(4830)
    const of = async (country: string, role: RoleName) => {
      const { agencyId } = await hub.w.agency()
      await hub.w.admin.query('update access.agencies set country = $2 where id = $1', [agencyId, country])
      return withDoor(hub.w, await hub.w.somebody(role, { agencyId }))
    }
    organiser = await of('KZ', 'delegate')
    focal = await of('TJ', 'delegate')
    practitioner = await of('TJ', 'practitioner')
  }, 120_000)
  afterAll(() => hub?.w.close())

  const devices = devicesOf(open, () => hub)
  async function as(
    who: Colleague | null,
    at: string,
    tell: (
      page: Page,
      faults: () => Promise<string[]>,
      offline: (cut: boolean) => Promise<void>,
    ) => Promise<void>,
    options: VisitOptions = {},
  ) {
    const spoken = { ...options, language: 'en' } as const
    const visit = who ? await devices.take(who, spoken, at) : await open(spoken)
    if (!who) await visit.page.goto(hub.url + at, { waitUntil: 'networkidle' })
    await tell(visit.page, visit.accessibilityFaults, visit.offline)
    await visit.close()
  }
  const whole = async () =>
    (await hub.w.as(organiser)(getEvent, { params: { id: path.split('/').at(-1) ?? '' } })).body

  test('is planned with a programme, and opened', async () => {
    await as(organiser, '/trainings/new', async page => {
      await page
        .getByRole('group', { name: en('trainings.what'), exact: true })
        .getByLabel(/^English/)
        .fill(title)
      await choose(page, en('trainings.languages'), 'Russian')
      await page.keyboard.press('Escape')
      await page.getByLabel(en('trainings.from'), { exact: true }).fill(typed(first()))
      await page.getByLabel(en('trainings.until'), { exact: true }).fill(typed(first()))
      await choose(page, en('trainings.country'), 'Kazakhstan')
      await page.getByLabel(en('trainings.city'), { exact: true }).fill('Astana')
      await page.getByLabel(en('trainings.zone')).selectOption('Asia/Almaty')
      await page.getByLabel(new RegExp(`^${en('trainings.venue')}`)).fill('Hall of the Invented 7')
      await page.getByLabel(en('trainings.registerUntil')).fill(typed(new Date(first().getTime() - 5 * day)))
      await page.getByLabel(en('trainings.placesAll')).fill('1')
      await press(page, en('trainings.plan'))
      await page.getByRole('heading', { level: 1, name: title }).waitFor()
      path = new URL(page.url()).pathname
      await page.getByRole('link', { name: en('trainings.programme.write') }).click()
      await press(page, en('trainings.sessionAdd'))
      await page.getByLabel(en('trainings.session'), { exact: true }).fill('Listening before asking')
      await press(page, en('trainings.save'))
      await page.getByText('Listening before asking').waitFor()
      await press(page, en('trainings.openIt'))
      await page.getByText(en('trainings.standing.open'), { exact: true }).first().waitFor()
    })
  })

  test('is asked for on a phone; where to go is not told yet', async () => {
    await as(
      practitioner,
      path,
      async (page, faults) => {
        expect(await page.getByText('Hall of the Invented 7').count()).toBe(0)
        await press(page, en('trainings.register'))
        const drawer = page.getByRole('dialog')
        await drawer.getByLabel(en('trainings.profession'), { exact: true }).selectOption('psychologist')
        await drawer.getByLabel(en('trainings.why'), { exact: true }).fill('I work with six families')
        await press(drawer, en('trainings.register'))
        await page.getByText(en('trainings.myPlace.asked')).waitFor()
        expect(await faults()).toEqual([])
      },
      phone,
    )
  })

  test('is nominated by the focal point, from what needs them, and confirmed by the organiser', async () => {
    await as(focal, '/today', async page => {
      await page.getByText(/asks to be nominated/).waitFor()
      await go(page, hub.url + path)
      await press(page, en('trainings.nominate'))
      await page.getByText(en('trainings.registration.nominated'), { exact: true }).waitFor()
    })
    await as(organiser, path, async page => {
      await press(page, en('trainings.confirm'))
      await page.getByText(en('trainings.registration.confirmed'), { exact: true }).waitFor()
    })
    await as(practitioner, path, async page => {
      await page.getByText('Hall of the Invented 7').waitFor()
    })
  })

  test('is noted on a phone on the day, and a certificate is given after it', async () => {
    hub.turn(20 * day)
    await hub.w.admin.query(`update access.sessions set expires_at = now() + interval '60 days'`)
    const noted = async () => (await whole()).registrations[0]?.present.length
    await as(
      organiser,
      `${path}/attendance`,
      async (page, faults, offline) => {
        await press(page, `${practitioner.name} is there`)
        await expect.poll(noted, { timeout: 20_000 }).toBe(1)
        // The line is lost: what is pressed is kept here, and sent when it is back.
        await offline(true)
        await press(page, `${practitioner.name} is not there`)
        await page.getByText(en('practices.attendance.waits')).waitFor()
        await press(page, `${practitioner.name} is there`)
        await press(page, `${practitioner.name} is not there`)
        await page.getByText('1 mark waits on this device for a line').waitFor()
        expect(await faults()).toEqual([])
        expect(await noted()).toBe(1)
        await offline(false)
        await expect.poll(noted, { timeout: 20_000 }).toBe(0)
        await page.getByText(en('practices.attendance.waits')).waitFor({ state: 'detached' })
        await press(page, `${practitioner.name} is there`)
        await expect.poll(noted, { timeout: 20_000 }).toBe(1)
        expect(await faults()).toEqual([])
      },
      phone,
    )
    hub.turn(day)
    await as(organiser, path, async page => {
      await press(page, en('trainings.issue'))
      await page.getByText(/TC-\d{4}-0001/).waitFor()
    })
  })

  test('anybody checks the paper, and learns no name', async () => {
    let address = ''
    await as(practitioner, path, async page => {
      const link = page.getByRole('link', { name: en('trainings.certificate.check') })
      address = (await link.getAttribute('href')) ?? ''
    })
    expect(address).toMatch(/^\/public\/certificates\/[0-9A-Z]{16}$/)
    await as(null, `${address}?lang=en`, async (page, faults) => {
      await page.getByText('This certificate is valid.').waitFor()
      const text = await page.locator('main').innerText()
      expect(text).toContain(title)
      expect(text).not.toContain(practitioner.name)
      expect(await faults()).toEqual([])
    })
  })
})
