/** Days as exactly as they are known. FHIR writes 2017, 2017-03 and 2017-03-14 alike; what it cannot say stands beside it. */
import type { RoughDate } from '../people/kinship/schema.ts'
import type { BirthDate } from '../people/schema.ts'
import type { Spot } from './spot.ts'
import { extension, extensionUrl, hl7 } from './systems.ts'
import type { Element } from './types.ts'

const four = (year: number) => String(year).padStart(4, '0')

export function roughText(day: RoughDate): string {
  if (day.precision === 'day') return day.date
  return day.precision === 'month' ? day.month : four(day.year)
}

export function roughOf(text: unknown): unknown {
  if (typeof text !== 'string') return text
  if (/^\d{4}$/.test(text)) return { precision: 'year', year: Number(text) }
  if (/^\d{4}-\d{2}$/.test(text)) return { precision: 'month', month: text }
  return { precision: 'day', date: text.slice(0, 10) }
}

/** Why something is not said: nobody knows it, or somebody does not want it told. */
export const absent = (why: 'unknown' | 'masked'): Element => ({
  extension: [extension(hl7.absent, 'valueCode', why)],
})

/** An estimate is written as its year, for those who read nothing else, with the age and the day of the estimate beside it. */
export function birthFields(birth: BirthDate): Element {
  switch (birth.precision) {
    case 'unknown':
      return { _birthDate: absent('unknown') }
    case 'withheld':
      return { _birthDate: absent('masked') }
    case 'estimated':
      return {
        birthDate: four(Number(birth.asOf.slice(0, 4)) - birth.age),
        _birthDate: {
          extension: [
            {
              url: extensionUrl('estimated'),
              extension: [
                { url: 'age', valueInteger: birth.age },
                { url: 'asOf', valueDate: birth.asOf },
              ],
            },
          ],
        },
      }
    default:
      return { birthDate: roughText(birth) }
  }
}

export function birthOf(spot: Spot): unknown {
  const beside = spot.get('_birthDate')
  const estimate = beside.extension('estimated')
  if (estimate.value !== undefined) {
    const part = (name: string, type: string) =>
      estimate
        .each('extension')
        .find(one => one.get('url').value === name)
        ?.get(type).value
    return { precision: 'estimated', age: part('age', 'valueInteger'), asOf: part('asOf', 'valueDate') }
  }
  const { value } = spot.get('birthDate')
  if (value !== undefined) return roughOf(value)
  const why = beside.extension(hl7.absent).get('valueCode').value
  return { precision: why === 'masked' ? 'withheld' : 'unknown' }
}

export const sexFields = (sex: string): Element =>
  sex === 'withheld' ? { _gender: absent('masked') } : { gender: sex }

export function sexOf(spot: Spot): unknown {
  const { value } = spot.get('gender')
  // There is no third sex on papers here; whoever is written so is asked anew.
  if (value === 'other') return 'unknown'
  if (value !== undefined) return value
  return spot.get('_gender').extension(hl7.absent).get('valueCode').value === 'masked'
    ? 'withheld'
    : 'unknown'
}
