/**
 * Consent: what somebody agreed to or refused, as it was recorded. Whoever reads it elsewhere learns that it was said there; it allows
 * nothing here, for nobody here asked.
 */
import { Consent as ConsentShape, type Consent } from './record.ts'
import { momentOf } from './episode.ts'
import { piece, type Spot } from './spot.ts'
import { coding, concept, extension, hl7, maybe, some } from './systems.ts'
import type { Element, Resource } from './types.ts'

export const consentOf = (one: Consent, patient: Element): Resource => ({
  resourceType: 'Consent',
  extension: [
    extension('effect', 'valueCode', one.effect),
    ...(one.givenBy ? [extension('given-by', 'valueCode', one.givenBy)] : []),
  ],
  status: one.effect === 'in-effect' || one.effect === 'not-yet' ? 'active' : 'inactive',
  scope: { coding: [{ system: hl7.consentScope, code: 'patient-privacy' }] },
  category: [concept('consent-kind', one.kind)],
  patient,
  dateTime: one.recordedAt,
  policyRule: concept('consent-rule', 'as-recorded'),
  provision: {
    type: one.kind === 'refusal' ? 'deny' : 'permit',
    period: { start: one.since, ...maybe('end', one.until) },
    ...some('actor', [
      ...one.recipients.map(kind => ({
        role: concept('recipient-kind', kind),
        reference: { display: kind },
      })),
      ...one.contacts.map(name => ({
        role: concept('recipient-kind', 'one-contact'),
        reference: { display: name },
      })),
    ]),
    ...some(
      'purpose',
      one.purposes.map(purpose => coding('purpose', purpose)),
    ),
    ...some(
      'class',
      one.classes.map(part => coding('section', part)),
    ),
  },
})

export function readConsent(spot: Spot): Consent | undefined {
  const provision = spot.get('provision')
  const actors = provision.each('actor').map(one => ({
    kind: one.get('role').code('recipient-kind').value,
    name: one.get('reference').get('display').value,
  }))
  const single = (one: { kind: unknown }) => one.kind === 'one-contact' || one.kind === undefined
  return piece(
    spot,
    ConsentShape,
    {
      kind:
        spot.first('category').code('consent-kind').value ??
        (provision.get('type').value === 'deny' ? 'refusal' : 'consent'),
      givenBy: spot.extension('given-by').get('valueCode'),
      effect:
        spot.extension('effect').get('valueCode').value ??
        (spot.get('status').value === 'active' ? 'in-effect' : 'expired'),
      purposes: provision.each('purpose').map(one => one.get('code').value),
      recipients: actors.filter(one => !single(one)).map(one => one.kind),
      contacts: actors.filter(one => single(one) && one.name !== undefined).map(one => one.name),
      classes: provision.each('class').map(one => one.get('code').value),
      since: provision.get('period').get('start').value ?? dayOf(spot.get('dateTime').value),
      until: provision.get('period').get('end'),
      recordedAt: momentOf(spot.get('dateTime').value),
    },
    {
      '/recordedAt': spot.get('dateTime'),
      '/since': provision.get('period').get('start'),
      '/purposes': provision.get('purpose'),
      '/classes': provision.get('class'),
      '/recipients': provision.get('actor'),
      '/contacts': provision.get('actor'),
    },
  )
}
const dayOf = (value: unknown) => (typeof value === 'string' ? value.slice(0, 10) : value)
