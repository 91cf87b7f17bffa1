/**
 * Names under which our words stand in a FHIR file. They are promises: a receiver keeps them, so none is ever given another
 * meaning. Where FHIR or HL7 has a name of its own that says the same, that one is used.
 */
import type { Element } from './types.ts'

/** Code systems of ours: `urn:kerege:goal-domain`. */
export const system = (name: string): string => `urn:kerege:${name}`
/** Extensions of ours. */
export const extensionUrl = (name: string): string => `urn:kerege:extension:${name}`

export const hl7 = {
  absent: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason',
  language: 'http://hl7.org/fhir/StructureDefinition/language',
  citizenship: 'http://hl7.org/fhir/StructureDefinition/patient-citizenship',
  birthPlace: 'http://hl7.org/fhir/StructureDefinition/patient-birthPlace',
  consentScope: 'http://terminology.hl7.org/CodeSystem/consentscope',
  goalAchievement: 'http://terminology.hl7.org/CodeSystem/goal-achievement',
  agent: 'http://terminology.hl7.org/CodeSystem/provenance-participant-type',
  languages: 'urn:ietf:bcp:47',
  countries: 'urn:iso:std:iso:3166',
  uuid: 'urn:ietf:rfc:3986',
} as const

export const coding = (name: string, code: string): Element => ({ system: system(name), code })
export const concept = (name: string, code: string): Element => ({ coding: [coding(name, code)] })

type Value = `value${'Code' | 'String' | 'Date' | 'Integer' | 'Boolean' | 'Address' | 'CodeableConcept'}`
export const extension = (name: string, type: Value, value: unknown): Element => ({
  url: name.startsWith('http') ? name : extensionUrl(name),
  [type]: value,
})

/** FHIR has no empty lists: a list that has nothing is not there. */
export const some = (name: string, all: readonly unknown[]): Element =>
  all.length === 0 ? {} : { [name]: all }
/** A part that is not known is not there. */
export const maybe = (name: string, value: unknown): Element => (value === undefined ? {} : { [name]: value })
