/**
 * From a camp's list of names to families at home, on screens in Russian and Tajik: the list is brought and looked through, a no is
 * respected, a bus is boarded without a network, rooms and handing over keep families whole, and the papers give nothing away. One
 * story, at a node of its own; what is the same for forty people is done without a screen. All names are invented.
 */
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { registerPerson } from '../../packages/contract/src/people/routes.ts'
import {
  addLine,
  addStaff,
  getOperation,
  moveLine,
  writeLeg,
} from '../../packages/contract/src/repatriation/operations/routes.ts'
import { getSite, takeIn, writeRoom } from '../../packages/contract/src/repatriation/reception/routes.ts'
import { newId } from '../../packages/server/src/platform/ids.ts'
import { freePorts } from '../../packages/server/src/region/ports.ts'
import { builtWeb } from '../../packages/server/src/region/web.ts'
import {
  paper,
  paperFormats,
  paperText,
} from '../../packages/server/src/slices/repatriation/testing/paper.ts'
import { contact, cyrillicName, draft } from '../../packages/server/src/testing/people.ts'
import { type World, world } from '../../packages/server/src/testing/world.ts'
import { makeReady, must, peopleOf, tick } from '../support/crowd.ts'
import { isTakenAlong } from '../support/device.ts'
import { type Colleague, comeIn, withDoor } from '../support/door.ts'
import { go, settled } from '../support/going.ts'
import { journey } from '../support/journey.ts'
import { chooseLanguage } from '../support/region.ts'
import { desk, phone, type Visit, type VisitOptions } from '../support/visit.ts'
import { wordsIn } from '../support/words.ts'

const manifest = 'packages/server/src/demo/manifests/camp-arabic-cyrillic.xlsx'
const secret = 'Миндаль'
const camp = 'Лагерь у Серого холма'
/** As long as a page is waited for. */
const soon = { timeout: 20_000 } as const

let node: World
let url = ''
let lead: Colleague
let consul: Colleague
let officer: Colleague
let receiving: Colleague
/** On the register before the list came: one whom it names, and one who is called the same. */
const known = draft({ contact: born('Шуакова', 'Жансая', 'Дамиркызы', 1991) })
const aunt = draft({ contact: born('Фынхуаева', 'Хадича', 'Маратовна', 1991) })
let operationId = ''
const legId = newId()
let siteId = ''
const handovers: string[] = []
/** Who was handed over. */
const names: string[] = []

function born(family: string, given: string, patronymic: string, year: number) {
  const birth = { precision: 'year', year } as const
  return contact({ names: [cyrillicName(family, given, patronymic)], birth, contacts: [] })
}

beforeAll(async () => {
  const [port = 0] = await freePorts(25_300, 1)
  url = `http://localhost:${port}`
  node = await world({ listen: { port, webDir: await builtWeb(() => undefined) } })
  const colleague = async (...who: Parameters<World['somebody']>) =>
    withDoor(node, await node.somebody(...who))
  lead = await colleague('operationLead', { name: 'Нодира Сафарова' })
  consul = await colleague('consularOfficer', { name: 'Далер Муродов' })
  officer = await colleague('receptionOfficer', { name: 'Мадина Раҳимова' })
  receiving = await colleague('supervisor', { ...(await node.agency()), name: 'Асем Жақыпова' })
  for (const body of [known, aunt]) await must(node.as(lead)(registerPerson, { body }))
}, 180_000)
afterAll(() => node.close())

/** One of many, found by typing. */
async function choose(within: Page | Locator, label: string | RegExp, typed: string): Promise<void> {
  const field = within.getByRole('combobox', { name: label })
  await field.fill(typed)
  await within.getByRole('option').filter({ hasText: typed }).first().click()
}
const press = (within: Page | Locator, name: string | RegExp) =>
  within.getByRole('button', { name, exact: true }).click()
const linesOf = async (family: string) => {
  const { families, lines } = await peopleOf(node, lead, operationId)
  const found = families.find(one => one.name === family)
  return lines.filter(line => line.familyId !== undefined && line.familyId === found?.id)
}

journey('from a list of names to families at home', open => {
  const opened = async (who: Colleague, language: 'ru' | 'tg', options: VisitOptions, at: string) => {
    const visit = await open({ language, ...options })
    await chooseLanguage(visit.context, language)
    await comeIn(visit.page, { url }, who, wordsIn(language), at)
    return visit
  }
  let office: Visit

  test('a list of a camp comes in, and of two look-alikes one is the same person and one is not', async () => {
    office = await opened(lead, 'ru', desk, '/operations/new')
    const { page } = office
    await page.getByRole('textbox', { name: 'Название' }).fill(secret)
    await choose(page, 'Откуда', 'Сирия')
    await press(page, 'Начать')
    await page.waitForURL(/\/operations\/0[0-9a-f-]{35}$/)
    operationId = new URL(page.url()).pathname.split('/')[2] ?? ''
    await page.getByRole('link', { name: 'Списки имён' }).click()
    await page.setInputFiles('input[type="file"]', manifest)

    // What each column means is proposed, and a person says yes.
    const column = (letter: string) => page.getByRole('combobox', { name: `Что в столбце ${letter}` })
    await column('B').waitFor()
    expect(await column('B').inputValue()).toBe('name')
    expect(await column('C').inputValue()).toBe('otherName')
    expect(await office.accessibilityFaults()).toEqual([])
    await press(page, 'Прочитать так')

    const rows = page.locator('main li[tabindex="0"]')
    const alike = (name: string) =>
      rows
        .filter({ has: page.locator('strong', { hasText: name }) })
        .filter({ hasText: 'Это кто-то из реестра?' })
    await alike('Шуакова Жансая').waitFor()
    expect(await office.accessibilityFaults()).toEqual([])
    await press(alike('Шуакова Жансая'), 'Тот же человек')
    await press(alike('Шуакова Жансая'), 'Принять')
    await alike('Шуакова Жансая').waitFor({ state: 'detached' })
    await press(alike('Фынхуаева Хадича'), 'Другой человек')
    await press(alike('Фынхуаева Хадича'), 'Принять')
    await alike('Фынхуаева Хадича').waitFor({ state: 'detached' })
    await page.getByRole('button', { name: /^Принять все без вопросов/ }).click()
    // What is left has a word to be read, and is accepted one by one.
    for (let left = await rows.count(); left > 0; left = await rows.count()) {
      await press(rows.first(), 'Принять')
      await expect.poll(() => rows.count(), soon).toBeLessThan(left)
    }
    await choose(page, 'Где их пока учитывать', 'Алматы')
    await press(page, 'Внести (34)')
    await page.getByRole('link', { name: 'Открыть операцию' }).click()

    for (const family of ['Шуакбаева', 'Аралбаева', 'Шуакова', 'Оруков', 'Фынхуаева'])
      await page.getByRole('heading', { name: family, exact: true }).waitFor()
    const { families, lines } = await peopleOf(node, lead, operationId)
    expect([families.length, lines.length]).toEqual([8, 34])
    const people = lines.map(line => line.personId)
    expect([people.includes(known.id), people.includes(aunt.id)]).toEqual([true, false])
  })

  test('one of them does not want to go, and is not counted', async () => {
    const { page } = office
    const refusing = newId()
    const params = { id: operationId }
    await must(node.as(lead)(addLine, { params, body: { id: refusing, personId: aunt.id } }))
    await page.goto(`${url}/operations/${operationId}`)
    const people = (n: number) =>
      page.getByRole('listitem').filter({ hasText: new RegExp(`^${n}\\s*человек`) })
    await people(35).waitFor()
    await page.getByRole('link', { name: 'Фынхуаева Хадича Маратовна' }).click()
    await press(page, 'Записать отказ')
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('textbox', { name: 'Причина' }).fill('Останется с больной матерью')
    expect(await office.accessibilityFaults('dialog[open]')).toEqual([])
    await press(dialog, 'Записать')
    await page.getByText('Останется с больной матерью').waitFor()
    await page.getByRole('link', { name: secret }).click()
    await people(34).waitFor()
    await page.getByRole('region', { name: 'Список по семьям' }).getByText('34 человека').waitFor()
    const asked = { params: { ...params, lineId: refusing }, body: { to: 'boarding' as const } }
    expect(await node.as(consul)(moveLine, asked)).toMatchObject({
      status: 409,
      body: { code: 'line-cannot' },
    })
  })

  test('the list is closed once two children have somebody beside them', async () => {
    const params = { id: operationId }
    const as = node.as(lead)
    const leg = { ordinal: 1, kind: 'air', fromPlace: camp, toPlace: 'Алматы', vehicle: 'Рейс 7' } as const
    const hours = { departsAt: '2026-12-12T08:00:00Z', arrivesAt: '2026-12-12T14:00:00Z' }
    await must(as(writeLeg, { params: { ...params, legId }, body: { ...leg, ...hours } }))
    for (const [who, duty] of [
      [consul, 'consular'],
      [officer, 'reception'],
    ] as const) {
      const body = { id: newId(), accountId: who.accountId, duty, until: '2199-01-01' }
      await must(as(addStaff, { params, body }))
    }
    await makeReady(node, lead, operationId, legId)

    const { page } = office
    await page.goto(`${url}/operations/${operationId}`)
    await page.getByText('Сначала решите 2 вопроса').waitFor()
    expect(await page.getByRole('button', { name: 'Закрыть список' }).isDisabled()).toBe(true)
    expect(await office.accessibilityFaults()).toEqual([])
    const question = page.getByRole('listitem').filter({ hasText: /Оруков Ильхам.*рядом никого/ })
    await question.getByRole('link', { name: 'Назначить' }).click()
    await press(page, 'Назначить')
    const dialog = page.getByRole('dialog')
    await choose(dialog, 'Кто', 'Далер Муродов')
    await dialog.getByRole('checkbox', { name: /И для брата или сестры/ }).check()
    await press(dialog, 'Сохранить')
    await page.getByText('Далер Муродов').first().waitFor()
    await page.getByRole('link', { name: secret }).click()
    await press(page, 'Закрыть список')
    await page.getByText('Список закрыт, версия 1').waitFor()
    await press(page, 'Подготовлена')
    await press(page, 'В пути')
    const state = async () => (await must(as(getOperation, { params }))).state
    await expect.poll(state, soon).toBe('under-way')
    await office.close()
  })

  test('the bus is boarded without a network, and a child whom no list names comes along', async () => {
    const at = `/operations/${operationId}/board/${legId}`
    const visit = await opened(consul, 'tg', { ...phone, keeps: true, expects: [/net::ERR_/] }, at)
    const { page } = visit
    await page.getByRole('heading', { name: 'Шуакбаева' }).waitFor()
    await expect.poll(() => isTakenAlong(page), { timeout: 60_000, interval: 300 }).toBe(true)
    await visit.offline(true)
    const live = page.locator('section p[role=status]').first()
    await expect.poll(() => live.textContent(), soon).toMatch(/^0\s*аз 34$/)
    expect(await page.getByText('Маратовна').count()).toBe(0)
    await press(page, 'Савор шуд: Шуакбаева Инжу Жусипкызы')
    await press(page, 'Савор шуд: Кокжиеков Ислам')
    // Nobody presses what still moves away under the finger.
    await expect.poll(() => live.textContent(), soon).toMatch(/^2\s*аз 34$/)
    await settled(page)
    await press(page, 'Дар рӯйхат нест')
    const door = page.getByRole('dialog')
    await door.getByRole('textbox', { name: 'Ном, чунон ки мешунавед' }).fill('Осима')
    await door.getByRole('radio', { name: 'Духтар ё зан' }).check()
    await door.getByRole('textbox', { name: /Тақрибан чандсола/ }).fill('6')
    await choose(door, /Бо кӣ аз рӯйхат/, 'Шуакбаева')
    await press(door, 'Илова ва қайд кардан')
    await expect.poll(() => live.textContent(), soon).toMatch(/^3\s*аз 35$/)
    expect(await marks()).toBe(0)
    await visit.offline(false)
    await expect.poll(marks, soon).toBe(3)
    expect((await linesOf('Шуакбаева')).map(line => line.name)).toContain('Осима')
    await visit.close()
  })

  test('reception ticks the last of those who arrive', async () => {
    const travelling = (await peopleOf(node, lead, operationId)).lines.filter(
      line => line.state !== 'refused',
    )
    await tick(
      node,
      consul,
      operationId,
      travelling.filter(line => line.state !== 'boarded'),
      legId,
    )
    const last = travelling.find(line => line.name === 'Осима')
    await tick(
      node,
      officer,
      operationId,
      travelling.filter(line => line !== last),
    )
    const visit = await opened(officer, 'tg', phone, `/arrivals/${operationId}`)
    const { page } = visit
    const live = page.locator('section p[role=status]').first()
    await expect.poll(() => live.textContent(), soon).toMatch(/^34\s*аз 35$/)
    await press(page, 'Дар ин ҷо: Осима')
    await expect.poll(() => live.textContent(), soon).toMatch(/^35\s*аз 35$/)
    await expect
      .poll(async () => (await linesOf('Шуакбаева')).every(line => line.state === 'arrived'), soon)
      .toBe(true)
    expect(await visit.accessibilityFaults()).toEqual([])
    await visit.close()
  })

  test('every family gets a room, and none is split', async () => {
    office = await opened(officer, 'ru', { ...desk, expects: [/ 409 /] }, '/reception')
    const { page } = office
    const dialog = page.getByRole('dialog')
    await press(page, 'Добавить дом')
    await dialog.getByRole('textbox', { name: 'Название дома' }).fill('Дом у реки')
    await choose(dialog, 'Регион', 'Алматы')
    await press(dialog, 'Сохранить')
    await page.waitForURL(/\/reception\/0[0-9a-f-]{35}$/)
    siteId = new URL(page.url()).pathname.split('/')[2] ?? ''
    const params = { id: siteId }
    for (const [at, places] of [3, 4, 4, 5, 5, 5, 7].entries()) {
      const body = { id: newId(), name: `Комната ${at + 2}`, kind: 'room', places } as const
      await must(node.as(officer)(writeRoom, { params, body }))
    }
    await press(page, 'Добавить комнату')
    await dialog.getByRole('textbox', { name: 'Название или номер комнаты' }).fill('Комната 1')
    await dialog.getByRole('textbox', { name: 'Мест' }).fill('2')
    await press(dialog, 'Сохранить')
    // The last one made: with it on the screen all of them are.
    await page.getByRole('heading', { name: 'Комната 1', exact: true }).waitFor()
    expect(await office.accessibilityFaults()).toEqual([])

    const waiting = page.getByRole('listitem').filter({ hasText: 'Все поместятся' })
    await expect.poll(() => waiting.count(), soon).toBe(8)
    // A mother in one room and her children in another: the screen says no, and so does the node.
    await press(waiting.filter({ hasText: 'Аралбаева' }), 'Выбрать места')
    await press(dialog, 'Каждому своя комната')
    const mother = dialog.getByRole('combobox', { name: /^Аралбаева Жансая/ })
    await mother.selectOption({ label: 'Комната 8: свободно 7' })
    await dialog.getByText('Семья спала бы раздельно').waitFor()
    expect(await dialog.getByRole('button', { name: 'Дать места' }).isDisabled()).toBe(true)
    expect(await office.accessibilityFaults('dialog[open]')).toEqual([])
    const { rooms } = await must(node.as(officer)(getSite, { params }))
    const beds = (await linesOf('Аралбаева')).map(({ id, personId }, at) => ({
      id: newId(),
      personId,
      lineId: id,
      roomId: rooms.find(room => room.name === (at === 0 ? 'Комната 8' : 'Комната 3'))?.id ?? '',
    }))
    expect(await node.as(officer)(takeIn, { params, body: { beds } })).toMatchObject({
      status: 409,
      body: { code: 'family-divided' },
    })
    // All in one room again, and nobody is apart any more.
    await press(dialog, 'Всех в одну комнату')
    await dialog.getByText('Семья спала бы раздельно').waitFor({ state: 'detached' })
    await press(dialog, 'Дать места')
    await expect.poll(() => waiting.count(), soon).toBe(7)
    for (let left = 7; left > 0; left -= 1) {
      await press(waiting.first(), 'Выбрать места')
      await press(dialog, 'Дать места')
      await expect.poll(() => waiting.count(), soon).toBe(left - 1)
    }
    await page.getByText('35 из 35 мест').waitFor()
    const slept = await must(node.as(officer)(getSite, { params }))
    const roomsOf = Map.groupBy(slept.stays, stay => stay.guest.party?.id)
    expect([...roomsOf.values()].map(stays => new Set(stays.map(stay => stay.roomId)).size)).toEqual(
      Array.from({ length: 8 }, () => 1),
    )
  })

  test('three families are handed over whole', async () => {
    const { page } = office
    for (const family of ['Шуакбаева', 'Аралбаева', 'Фынхуаева']) {
      const lines = await linesOf(family)
      names.push(...lines.map(line => line.name))
      await go(page, `${url}/handovers/new?person=${lines.find(line => line.head)?.personId}`)
      await page.getByRole('radio', { name: 'Родственнику' }).check()
      await page.getByRole('textbox', { name: 'Имя того, кто принимает' }).fill('Бабушка Күнсұлу')
      await page.getByRole('textbox', { name: 'Как с ними связаться' }).fill('+7 700 000 00 11')
      await choose(page, 'Команда, которая будет с ними работать', 'Other team')
      await page.getByRole('textbox', { name: 'Кто подписал' }).fill('К. Күнсұлу')
      await press(page, 'Передать')
      if (family === 'Шуакбаева') {
        // The child who came with them at the door is of no home yet, and is not forgotten.
        await page.getByText(/Часть семьи осталась бы/).waitFor()
        await page.getByRole('textbox', { name: 'Кто ещё уходит с ними' }).fill('Осима')
        await page.getByRole('button', { name: /^Осима/ }).click()
        await press(page, 'Передать')
      }
      await page.waitForURL(/\/handovers\/0[0-9a-f-]{35}$/)
      handovers.push(new URL(page.url()).pathname.split('/')[2] ?? '')
    }
    expect(await office.accessibilityFaults()).toEqual([])
    await office.close()
  })

  test('whoever works with them now sees their cases, and takes the note of a handover along', async () => {
    const visit = await opened(receiving, 'ru', desk, '/cases')
    const { page } = visit
    expect(names).toHaveLength(13)
    const links = page.locator('main').locator('a[href^="/cases/0"]')
    await expect.poll(async () => (await links.allInnerTexts()).toSorted(), soon).toEqual(names.toSorted())
    expect(await visit.accessibilityFaults()).toEqual([])
    await links.filter({ hasText: 'Осима' }).click()
    await page.getByRole('definition').filter({ hasText: 'Переданы по возвращении' }).waitFor()

    await go(page, `${url}/handovers/${handovers[0]}`)
    await press(page, 'Бумаги')
    await page.getByRole('dialog').getByRole('textbox', { name: 'Причина' }).fill('На подпись')
    const file = page.waitForEvent('download')
    await press(page.getByRole('dialog'), 'Создать документ')
    expect((await file).suggestedFilename()).toMatch(/^handover-note-.*\.ru\.pdf$/)
    await visit.close()
  })

  test('every paper is read; none that leaves the house names the operation, the camp or the country', async () => {
    const papers: [Colleague, string, Record<string, string>, string, boolean][] = [
      [lead, 'people-list', { operationId }, 'Далер Муродов', true],
      [lead, 'arrival-list', { operationId }, 'Оруков Ильхам', true],
      [lead, 'cards', { operationId }, 'Оруков Ильхам', false],
      [officer, 'room-list', { siteId }, 'Оруков Ильхам', false],
    ]
    for (const handoverId of handovers)
      papers.push([receiving, 'handover-note', { handoverId }, 'Бабушка Күнсұлу', false])
    for (const [who, of, query, somebody, inside] of papers) {
      for (const format of paperFormats) {
        const whole = await paperText(await paper(node, who, of, query, format, 'ru'), format)
        const text = whole.replace(/\s+/g, ' ')
        expect(text, of).toContain(somebody)
        if (inside) expect(text, of).toContain(secret)
        else
          for (const word of [secret, camp, 'Серого холма', 'SY', 'Сири'])
            expect(text, of).not.toContain(word)
      }
    }
  })
})

const marks = async () =>
  Number((await node.admin.query('select count(*) as n from repatriation.marks')).rows[0]?.n)
