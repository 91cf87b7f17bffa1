/** RelatedPerson: what somebody is to the person, on what it rests and how surely it is known. */
import { Relative as RelativeShape, type Relative } from './record.ts'
import { absent, birthFields, birthOf, roughOf, roughText, sexFields, sexOf } from './days.ts'
import { piece, type Spot } from './spot.ts'
import { concept, extension } from './systems.ts'
import type { Element, Resource } from './types.ts'

export const relatedPersonOf = (one: Relative, patient: Element): Resource => ({
  resourceType: 'RelatedPerson',
  extension: [
    extension('basis', 'valueCode', one.basis),
    extension('standing', 'valueCode', one.standing),
    ...(one.life ? [extension('life', 'valueCode', one.life)] : []),
    ...(one.died ? [extension('died', 'valueString', roughText(one.died))] : []),
    ...(one.endReason ? [extension('end-reason', 'valueCode', one.endReason)] : []),
  ],
  active: one.endReason === undefined,
  patient,
  relationship: [concept('kin', one.kind)],
  name: [one.name === undefined ? { _text: absent('unknown') } : { text: one.name }],
  ...sexFields(one.sex),
  ...(one.birth ? birthFields(one.birth) : {}),
  ...(one.since || one.until
    ? {
        period: {
          ...(one.since ? { start: roughText(one.since) } : {}),
          ...(one.until ? { end: roughText(one.until) } : {}),
        },
      }
    : {}),
})

const rough = (spot: Spot) => (spot.value === undefined ? undefined : roughOf(spot.value))

export function readRelatedPerson(spot: Spot): Relative | undefined {
  const name = spot.first('name')
  const period = spot.get('period')
  const born = spot.get('birthDate').value !== undefined || spot.get('_birthDate').value !== undefined
  return piece(
    spot,
    RelativeShape,
    {
      // A word of others for kin is not guessed at.
      kind: spot.first('relationship').code('kin').value ?? 'other-relative',
      basis: spot.extension('basis').get('valueCode').value ?? 'not-said',
      standing: spot.extension('standing').get('valueCode').value ?? 'claimed',
      name: name.get('text').value ?? wholeOf(name),
      sex: sexOf(spot),
      birth: born ? birthOf(spot) : undefined,
      life: spot.extension('life').get('valueCode'),
      died: rough(spot.extension('died').get('valueString')),
      since: rough(period.get('start')),
      until: rough(period.get('end')),
      endReason: spot.extension('end-reason').get('valueCode'),
    },
    { '/name': name, '/birth': spot.get('birthDate'), '/since': period, '/until': period },
  )
}

function wholeOf(name: Spot): string | undefined {
  const parts = [name.get('family').text(), ...name.each('given').map(one => one.text())].filter(Boolean)
  return parts.length > 0 ? parts.join(' ') : undefined
}
