/**
 * A house of the reception agency with its guests: whole families in rooms, one that has been here for long, somebody with an
 * interpreter, a suitcase that is kept. Invented throughout. Pure but for the writing: same seed, same house.
 */
import type pg from 'pg'
import { addDays, idTime, momentOf, timeOf } from './days.ts'
import { copyTable } from './operationTables.ts'
import { random } from './random.ts'
import type { DemoNode, DemoPerson, DemoState } from './types.ts'

const words: Readonly<Record<DemoState, { house: string; room: string; kept: string; interpreter: string }>> =
  {
    kz: {
      house: 'Өзен жағасындағы үй',
      room: 'Бөлме',
      kept: 'Көк шабадан',
      interpreter: 'Сырттан келген аудармашы',
    },
    kg: {
      house: 'Дарыя жээгиндеги үй',
      room: 'Бөлмө',
      kept: 'Көк чемодан',
      interpreter: 'Сырттан келген котормочу',
    },
    tj: {
      house: 'Хонаи лаби дарё',
      room: 'Ҳуҷра',
      kept: 'Ҷомадони кабуд',
      interpreter: 'Тарҷумони даъватшуда',
    },
    uz: {
      house: 'Daryo boʻyidagi uy',
      room: 'Xona',
      kept: 'Koʻk chamadon',
      interpreter: 'Tashqaridan kelgan tarjimon',
    },
  }
const beds = [6, 6, 4, 4, 4, 2, 2]
const mostFamilies = 5

/** Once: what people do with it afterwards stays. */
export async function fillReception(
  client: pg.ClientBase,
  demo: DemoNode,
  state: DemoState,
  seed: string,
  today: string,
): Promise<void> {
  const officer = demo.accounts.find(one => one.role === 'receptionOfficer')
  if (!officer) return
  const chance = random(`${seed}/${state}/reception`)
  const next = () => chance.id(idTime(timeOf(addDays(today, -60)), today))
  const say = words[state]
  const at = (days: number) => momentOf(addDays(today, days), 36_000)
  const [siteId, rooms] = [next(), beds.map(places => ({ id: next(), places }))]
  const guests = familiesOf(demo.people.filter(person => person.agencyId === officer.agencyId))
  const area = demo.people.find(person => person.agencyId === officer.agencyId)?.area
  if (!area || guests.length === 0) return
  const placed = guests.map((people, nth) => ({
    people,
    room: rooms[nth],
    since: nth === 0 ? -52 : -4 - nth * 3,
  }))
  await client.query('begin')
  await copyTable(client, 'sites', [
    {
      id: siteId,
      agency_id: officer.agencyId,
      area_code: area,
      name: say.house,
      kind: 'reception-centre',
      created_at: at(-60),
      updated_at: at(-60),
    },
  ])
  await copyTable(
    client,
    'rooms',
    rooms.map((room, nth) => ({
      id: room.id,
      site_id: siteId,
      name: `${say.room} ${nth + 1}`,
      kind: nth === rooms.length - 1 ? 'ward' : 'room',
      places: room.places,
    })),
  )
  await copyTable(
    client,
    'stays',
    placed.flatMap(({ people, room, since }, nth) =>
      people.map((person, member) => ({
        id: next(),
        person_id: person.id,
        site_id: siteId,
        room_id: room?.id,
        since: addDays(today, since),
        from_at: at(since),
        language: nth === 1 && member === 0 ? 'ar' : undefined,
        interpreter: nth === 1 && member === 0 ? say.interpreter : undefined,
        taken_in_by: officer.id,
      })),
    ),
  )
  const first = placed.map(one => one.people[0]).filter(person => person !== undefined)
  await copyTable(
    client,
    'triage',
    first.slice(0, 2).map((person, nth) => ({
      id: next(),
      person_id: person.id,
      kind: 'medical',
      compartment: 'health',
      urgency: nth === 0 ? 'today' : 'none',
      needs: nth === 0 ? ['medicine', 'rest'] : [],
      at: at(-3),
      account_id: officer.id,
    })),
  )
  await copyTable(
    client,
    'belongings',
    first.slice(0, 1).map(person => ({
      id: next(),
      person_id: person.id,
      what: say.kept,
      at: at(-5),
      account_id: officer.id,
    })),
  )
  await client.query('commit')
}

/** Whole families that a room takes. */
function familiesOf(people: readonly DemoPerson[]): DemoPerson[][] {
  const homes = new Map<string, DemoPerson[]>()
  for (const person of people) {
    homes.set(person.householdId, [...(homes.get(person.householdId) ?? []), person])
  }
  return [...homes.values()]
    .filter((home, nth) => home.length <= (beds[Math.min(nth, beds.length - 1)] ?? 2))
    .slice(0, mostFamilies)
    .filter((home, nth) => home.length <= (beds[nth] ?? 2))
}
