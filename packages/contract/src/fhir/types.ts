/**
 * As narrow as the mapping needs: a resource has a type, an entry an address. What each holds is checked against the published
 * definitions of R4 by a validator that others wrote (valid.test.ts), not by types of ours.
 */
export type Element = Readonly<Record<string, unknown>>

export const resourceTypes = [
  'Patient',
  'RelatedPerson',
  'Group',
  'EpisodeOfCare',
  'CarePlan',
  'Goal',
  'ServiceRequest',
  'Task',
  'Consent',
  'QuestionnaireResponse',
  'Provenance',
] as const
export type ResourceType = (typeof resourceTypes)[number]

export interface Resource extends Element {
  readonly resourceType: ResourceType
}
export interface Entry {
  readonly fullUrl: string
  readonly resource: Resource
}
export interface Bundle extends Element {
  readonly resourceType: 'Bundle'
  readonly type: 'collection'
  readonly timestamp: string
  readonly entry: readonly Entry[]
}
