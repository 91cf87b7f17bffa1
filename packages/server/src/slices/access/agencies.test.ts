import { addAgency, addTeam, importAreas, listAgencies, listAreas } from '@kerege/contract/access/routes'
import type { MultiText } from '@kerege/contract/common'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../platform/ids.ts'
import { type Somebody, type World, world } from '../../testing/world.ts'
import { readDistricts } from './areas/importAreas.ts'

let w: World
let administrator: Somebody
beforeAll(async () => {
  w = await world()
  administrator = await w.somebody('administrator')
})
afterAll(() => w.close())

const name = (text: string): MultiText => ({ kk: { text, state: 'checked' } })

describe('agencies and teams', () => {
  test('are added by an administrator only', async () => {
    const worker = await w.somebody('supervisor')
    const body = { id: newId(), name: name('Көмек'), kind: 'ngo' as const }
    expect(await w.as(worker)(addAgency, { body })).toMatchObject({ status: 403 })
    expect(await w.as(worker)(importAreas, { body: { csv: '' } })).toMatchObject({ status: 403 })
  })

  test('are added once, however often they are sent, and are seen by everybody who works here', async () => {
    const as = w.as(administrator)
    const agency = { id: newId(), name: name('Көмек'), kind: 'ngo' as const }
    const team = { id: newId(), agencyId: agency.id, name: 'Шығыс тобы' }
    expect(await as(addTeam, { body: team })).toMatchObject({
      status: 422,
      body: { faults: [{ pointer: '/agencyId', code: 'not-found' }] },
    })
    expect(await as(addAgency, { body: agency })).toMatchObject({ status: 201, body: agency })
    expect(await as(addAgency, { body: { ...agency, kind: 'state' } })).toMatchObject({ body: agency })
    for (let n = 0; n < 2; n++) expect(await as(addTeam, { body: team })).toMatchObject({ body: team })
    const seen = await w.as(await w.somebody('teacher'))(listAgencies, {})
    expect(seen.body.agencies.filter(one => one.id === agency.id)).toEqual([agency])
    expect(seen.body.teams.filter(one => one.id === team.id)).toEqual([team])
  })

  test('cannot be written by a role without the verb, even past the program', async () => {
    const server = w.running.node.pool
    for (const statement of [
      `insert into access.agencies (id, name, kind) values ('${newId()}', '{}', 'state')`,
      `insert into access.hats (id, account_id, role, agency_id) values ('${newId()}', '${administrator.accountId}', 'doctor', '${w.agencyId}')`,
      `insert into access.areas (code, name) values ('KZ-99', '{}')`,
    ]) {
      await expect(server.query(statement)).rejects.toThrow('row-level security')
    }
    for (const statement of [
      "update access.roles set verbs = '{}'",
      'update access.hats set role = $$doctor$$',
      'update access.accounts set email = id::text',
      'delete from access.accounts',
    ]) {
      await expect(server.query(statement)).rejects.toThrow('permission denied')
    }
  })
})

describe('districts', () => {
  const csv = (...lines: string[]) => lines.join('\r\n')

  test('are imported, and imported again without harm', async () => {
    const as = w.as(administrator)
    const first = csv(
      '\uFEFFcode,parent,name_kk,name_en',
      'KZ-71.east,KZ-71,Шығыс,"East, the new part"',
      'KZ-71.west,KZ-71,Батыс,',
    )
    expect(await as(importAreas, { body: { csv: first } })).toMatchObject({ body: { added: 2, changed: 0 } })
    expect(await as(importAreas, { body: { csv: first } })).toMatchObject({ body: { added: 0, changed: 0 } })
    const second = csv('code;parent;name_kk', 'KZ-71.west;KZ-71;Батыс ауданы', 'KZ-71.north;KZ-71;Солтүстік')
    expect(await as(importAreas, { body: { csv: second } })).toMatchObject({ body: { added: 1, changed: 1 } })
    const { areas } = (await w.as(await w.somebody('teacher'))(listAreas, {})).body
    expect(areas.filter(area => area.parent === 'KZ-71')).toEqual([
      {
        code: 'KZ-71.east',
        parent: 'KZ-71',
        invented: false,
        name: {
          kk: { text: 'Шығыс', state: 'checked' },
          en: { text: 'East, the new part', state: 'checked' },
        },
      },
      { code: 'KZ-71.north', parent: 'KZ-71', invented: false, name: name('Солтүстік') },
      { code: 'KZ-71.west', parent: 'KZ-71', invented: false, name: name('Батыс ауданы') },
    ])
  })

  test('stand with those of this state first, each district after its region', async () => {
    const codes = (await w.as(administrator)(listAreas, {})).body.areas.map(({ code }) => code)
    const abroad = codes.findIndex(code => !code.startsWith('KZ-'))
    expect(codes.slice(0, abroad).length).toBeGreaterThanOrEqual(20)
    expect(codes.slice(abroad).filter(code => code.startsWith('KZ-'))).toEqual([])
    expect(codes.slice(abroad)).toContain('KG-GO')
    expect(codes[codes.indexOf('KZ-75') + 1]).toBe('KZ-75.demo-01')
  })

  test('tell every fault, with line and column, and then nothing is imported', async () => {
    const reply = await w.as(administrator)(importAreas, {
      body: {
        csv: csv(
          'code,parent,name_kk',
          'KZ-71.fine,KZ-71,Жақсы',
          'KZ-98.lost,KZ-98,Жоғалған',
          'KZ-75.elsewhere,KZ-71,Басқа',
          'KZ-71.fine,KZ-71,Қайта',
          'KZ-71.kz711210,KZ-71,Код',
          'KZ710000000,KZ-71,Код',
          'KZ-71.Bad Code,KZ-71,Код',
          'KZ-71.nameless,KZ-71,',
          ',,',
        ),
      },
    })
    expect(reply.status).toBe(422)
    const faults = (reply.body as unknown as { faults: { pointer: string; code: string }[] }).faults
    expect(faults.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual([
      '/csv/3/parent area-unknown',
      '/csv/4/code area-code',
      '/csv/5/code twice',
      '/csv/6/code p-code',
      '/csv/7/code p-code',
      '/csv/8/code area-code',
      '/csv/9/name no-language',
      '/csv/10/parent required',
      '/csv/10/code required',
      '/csv/10/name no-language',
    ])
    const areas = (await w.as(administrator)(listAreas, {})).body.areas
    expect(areas.some(area => area.code === 'KZ-71.fine')).toBe(false)
  })

  test.each([
    ['', ['/csv/1/code required', '/csv/1/parent required']],
    ['code,parent,name_kk,name_xx,code', ['/csv/1/name_xx unknown-field', '/csv/1/code unknown-field']],
    ['code,parent,name_kk\nKZ-71.a,KZ-71', ['/csv/2 csv-malformed']],
    ['code,parent\nKZ-71.a,"KZ-71', ['/csv/2 csv-malformed']],
  ])('say what is wrong with a whole table: %j', (text, expected) => {
    const faults = () => {
      try {
        readDistricts(text, new Set(['KZ-71']))
      } catch (error) {
        const { details } = error as { details: { faults: { pointer: string; code: string }[] } }
        return details.faults.map(({ pointer, code }) => `${pointer} ${code}`)
      }
      return []
    }
    expect(faults()).toEqual(expected)
  })
})
