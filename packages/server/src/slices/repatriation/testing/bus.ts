/** A bus with people who may board it, through the ways in that everybody uses. */
import { registerPerson } from '@kerege/contract/people/routes'
import type { BirthDate, Sex } from '@kerege/contract/people/schema'
import {
  addLine,
  makeOperation,
  moveLine,
  placeOnLeg,
  writeFamily,
  writeLeg,
} from '@kerege/contract/repatriation/operations/routes'
import { newId } from '../../../platform/ids.ts'
import { contact, cyrillicName, draft } from '../../../testing/people.ts'
import type { Somebody, World } from '../../../testing/world.ts'

export interface Traveller {
  given: string
  sex: Sex
  birth: BirthDate
  bracelet?: string
  /** Nobody has recorded a consent. */
  waits?: boolean
}

export interface Bus {
  id: string
  legId: string
  /** Lines by given name. */
  lines: Record<string, string>
  families: Record<string, string>
}

/** One bus of one operation, under way; families by name. */
export async function bus(
  w: World,
  lead: Somebody,
  families: Readonly<Record<string, readonly Traveller[]>>,
): Promise<Bus> {
  const made: Bus = { id: newId(), legId: newId(), lines: {}, families: {} }
  const params = { id: made.id }
  const as = w.as(lead)
  const must = async <T extends { status: number; body: unknown }>(reply: Promise<T>): Promise<T> => {
    const answer = await reply
    if (answer.status >= 300) throw new Error(JSON.stringify(answer.body))
    return answer
  }
  await must(as(makeOperation, { body: { id: made.id, name: 'Bahor', fromCountry: 'SY' } }))
  const leg = {
    ordinal: 1,
    kind: 'land' as const,
    fromPlace: 'Airfield',
    toPlace: 'Centre',
    vehicle: 'Bus 1',
  }
  await must(as(writeLeg, { params: { ...params, legId: made.legId }, body: leg }))
  for (const [name, members] of Object.entries(families)) {
    const familyId = newId()
    made.families[name] = familyId
    await must(as(writeFamily, { params: { ...params, familyId }, body: { name } }))
    for (const { given, sex, birth, bracelet, waits } of members) {
      const person = draft({
        contact: contact({ names: [cyrillicName(name, given)], sex, birth, contacts: [] }),
      })
      const line = { id: newId(), personId: person.id, familyId, ...(bracelet ? { bracelet } : {}) }
      made.lines[given] = line.id
      await must(as(registerPerson, { body: person }))
      await must(as(addLine, { params, body: line }))
      if (waits) continue
      const step = {
        params: { ...params, lineId: line.id },
        body: { to: 'other-basis' as const, basis: 'best-interests' as const },
      }
      await must(as(moveLine, step))
    }
  }
  const put = Object.values(made.lines).map(lineId => ({ lineId }))
  await must(as(placeOnLeg, { params: { ...params, legId: made.legId }, body: { put } }))
  return made
}

/** Mother and three children, and a woman who travels with her mother. Plainly invented. */
export const travellers: Readonly<Record<string, readonly Traveller[]>> = {
  Баҳорзода: [
    { given: 'Мижгона', sex: 'female', birth: { precision: 'year', year: 1994 }, bracelet: '012' },
    { given: 'Рустам', sex: 'male', birth: { precision: 'year', year: 2015 }, bracelet: '013' },
    { given: 'Сомон', sex: 'male', birth: { precision: 'year', year: 2019 }, bracelet: '014' },
    {
      given: 'Ҷамила',
      sex: 'female',
      birth: { precision: 'estimated', age: 5, asOf: '2026-11-01' },
      bracelet: '015',
    },
  ],
  Қосимова: [
    { given: 'Нигора', sex: 'female', birth: { precision: 'year', year: 1990 }, bracelet: '020' },
    { given: 'Парвина', sex: 'female', birth: { precision: 'year', year: 1960 }, bracelet: '021' },
  ],
}
