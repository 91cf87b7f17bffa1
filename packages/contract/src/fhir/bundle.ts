/**
 * A case as a FHIR R4 bundle, and a case out of one. A collection and not a transaction: whoever receives it looks first. Addresses
 * inside are made for this file alone, so that nothing in it leads to a row of a node.
 */
import { consentOf, readConsent } from './consent.ts'
import { type Making, planEntries, readPlan } from './carePlan.ts'
import { episodeOf, readEpisode } from './episode.ts'
import { groupOf, readGroup } from './group.ts'
import { patientOf, readPatient } from './patient.ts'
import { markOf, type Origin, provenanceOf } from './provenance.ts'
import {
  functioningOf,
  isFunctioning,
  isNeeds,
  needsOf,
  readFunctioning,
  readNeeds,
} from './questionnaire.ts'
import { CaseRecord } from './record.ts'
import { readRelatedPerson, relatedPersonOf } from './relatedPerson.ts'
import { isReferral, readReferral, referralOf } from './serviceRequest.ts'
import { all, type FhirFault, type Reading, Spot } from './spot.ts'
import { hl7 } from './systems.ts'
import { type Bundle, type Entry, type Resource, resourceTypes } from './types.ts'

/**
 * @param shut sections of the person that are not in it
 * @param nextId makes an id for an address of the file
 */
export function bundleOf(
  record: CaseRecord,
  shut: readonly string[],
  origin: Origin,
  nextId: () => string,
): Bundle {
  const entry = (resource: Resource): Entry => ({ fullUrl: `urn:uuid:${nextId()}`, resource })
  const who = entry(patientOf(record.person, shut))
  const patient = { reference: who.fullUrl }
  const making: Making = { patient, entry }
  const entries = [
    who,
    ...record.relatives.map(one => entry(relatedPersonOf(one, patient))),
    ...(record.household ? [entry(groupOf(record.household, patient))] : []),
    ...(record.episode ? [entry(episodeOf(record.episode, patient))] : []),
    ...record.plans.flatMap(plan => planEntries(plan, making)),
    ...record.referrals.map(one => entry(referralOf(one, patient))),
    ...record.consents.map(one => entry(consentOf(one, patient))),
    ...(record.functioning ? [entry(functioningOf(record.functioning, patient))] : []),
    ...record.needs.map(one => entry(needsOf(one, patient))),
  ]
  return {
    resourceType: 'Bundle',
    meta: markOf(origin),
    identifier: { system: hl7.uuid, value: `urn:uuid:${nextId()}` },
    type: 'collection',
    timestamp: origin.at,
    entry: [...entries, entry(provenanceOf(origin, entries))],
  }
}

/** More than any family has; a file with more is not one of a case. */
export const mostEntries = 1000

export interface ReadBundle {
  /** Absent where there is no person in it that could be read. */
  readonly record?: CaseRecord
  readonly faults: readonly FhirFault[]
  /** What is not taken over, by where it stands: of a kind or a shape that this program has no place for. */
  readonly skipped: readonly { readonly path: string; readonly type: string }[]
  /** Who says that they sent it, where they say so. */
  readonly sender?: string
}

/** Narratives are never read: they are pictures of the rest, in HTML. */
export function readBundle(input: unknown): ReadBundle {
  const reading: Reading = { faults: [] }
  const root = new Spot(reading, 'Bundle', input)
  if (root.get('resourceType').value !== 'Bundle') root.get('resourceType').fault('not-a-bundle')
  const entries = root.each('entry')
  if (entries.length > mostEntries) root.get('entry').fault('too-many')
  if (reading.faults.length > 0) return { faults: reading.faults, skipped: [] }
  const resources = entries.map(one => one.get('resource'))
  const of = (type: string) => resources.filter(one => one.get('resourceType').value === type)
  const byAddress = addressesOf(entries)
  const found = (address: string) => byAddress.get(address)

  const [patient, ...others] = of('Patient')
  for (const other of others) other.fault('one-person-only')
  if (!patient) {
    root.get('entry').fault('no-person')
    return { faults: reading.faults, skipped: [] }
  }
  const address = String(entries[resources.indexOf(patient)]?.get('fullUrl').value ?? '')
  const answers = of('QuestionnaireResponse')
  const functioning = answers.filter(isFunctioning).map(readFunctioning).at(0)
  const home = of('Group')
    .map(one => readGroup(one, address))
    .at(0)
  const episode = of('EpisodeOfCare').map(readEpisode).at(0)
  const record = {
    person: readPatient(patient),
    ...(functioning ? { functioning } : {}),
    relatives: all(of('RelatedPerson').map(readRelatedPerson)),
    ...(home ? { household: home } : {}),
    ...(episode ? { episode } : {}),
    plans: all(of('CarePlan').map(one => readPlan(one, found))),
    referrals: all(of('ServiceRequest').filter(isReferral).map(readReferral)),
    consents: all(of('Consent').map(readConsent)),
    needs: all(answers.filter(isNeeds).map(readNeeds)),
  }
  const skipped = resources.filter(
    one =>
      !resourceTypes.some(type => type === one.get('resourceType').value) ||
      (one.get('resourceType').value === 'QuestionnaireResponse' && !isNeeds(one) && !isFunctioning(one)),
  )
  const parsed = CaseRecord.safeParse(record)
  const sender = of('Provenance')[0]?.first('agent').get('onBehalfOf').get('display').value
  return {
    ...(parsed.success ? { record: parsed.data } : {}),
    faults: reading.faults,
    skipped: skipped.map(one => ({
      path: one.path,
      type: String(one.get('resourceType').value ?? '').slice(0, 60),
    })),
    ...(typeof sender === 'string' ? { sender: sender.slice(0, 160) } : {}),
  }
}

/** An address that stands twice leads to two things: nothing that names it can be believed. */
function addressesOf(entries: readonly Spot[]): Map<string, Spot> {
  const found = new Map<string, Spot>()
  for (const one of entries) {
    const address = one.get('fullUrl').text()
    if (address === undefined) continue
    if (found.has(address)) one.get('fullUrl').fault('twice')
    found.set(address, one.get('resource'))
  }
  return found
}
