/**
 * What HSDS 3.0 calls things, and ours beside it. The specification has one language, no word for what a state's areas are, and
 * leaves taxonomies to whoever publishes: what it has no field for goes as an attribute under a taxonomy of ours, which others may
 * pass over. Read against schema/*.json of github.com/openreferral/specification, branch 3.0.
 */
import { createHash } from 'node:crypto'
import { z } from 'zod'

export const hsdsVersion = '3.0'

/** Names of our taxonomies inside a file. */
export const taxonomies = {
  domain: 'kerege-domain',
  kind: 'kerege-organisation',
  cost: 'kerege-cost',
  capacity: 'kerege-capacity',
  area: 'kerege-area',
  text: 'kerege-text',
} as const

/** The same words give the same id, so that a file that is written twice is the same file. */
export function stableId(...words: readonly string[]): string {
  const hash = createHash('sha256').update(JSON.stringify(words)).digest('hex')
  // Version 8 of RFC 9562: made in a way of its own.
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-a${hash.slice(17, 20)}-${hash.slice(20, 32)}`
}

const text = z.string().max(20_000).nullish()
const many = <Item extends z.ZodType>(item: Item) => z.array(item).max(2000).nullish()

export const HsdsAttribute = z.looseObject({
  value: text,
  taxonomy_term: z.looseObject({ code: text, name: text, taxonomy: text, language: text }).nullish(),
})
export type HsdsAttribute = z.infer<typeof HsdsAttribute>
const HsdsPhone = z.looseObject({ number: text })
export const HsdsSchedule = z.looseObject({
  byday: text,
  freq: text,
  opens_at: text,
  closes_at: text,
  description: text,
})
export type HsdsSchedule = z.infer<typeof HsdsSchedule>
const HsdsAddress = z.looseObject({
  address_1: text,
  address_2: text,
  city: text,
  region: text,
  state_province: text,
})
export type HsdsAddress = z.infer<typeof HsdsAddress>
const HsdsLocation = z.looseObject({
  id: z.string().min(1).max(200),
  location_type: text,
  name: text,
  latitude: z.number().nullish(),
  longitude: z.number().nullish(),
  addresses: many(HsdsAddress),
  phones: many(HsdsPhone),
  schedules: many(HsdsSchedule),
  attributes: many(HsdsAttribute),
})
const HsdsAtLocation = z.looseObject({
  id: text,
  location: HsdsLocation.nullish(),
  phones: many(HsdsPhone),
  schedules: many(HsdsSchedule),
})
export type HsdsAtLocation = z.infer<typeof HsdsAtLocation>
export const HsdsOrganisation = z.looseObject({
  id: z.string().min(1).max(200),
  name: z.string().min(1).max(10_000),
  email: text,
  website: text,
  phones: many(HsdsPhone),
  attributes: many(HsdsAttribute),
})
export type HsdsOrganisation = z.infer<typeof HsdsOrganisation>
export const HsdsService = z.looseObject({
  id: z.string().min(1).max(200),
  name: z.string().min(1).max(10_000),
  description: text,
  url: text,
  email: text,
  status: z.enum(['active', 'inactive', 'defunct', 'temporarily closed']),
  application_process: text,
  fees_description: text,
  eligibility_description: text,
  minimum_age: z.number().nullish(),
  maximum_age: z.number().nullish(),
  assured_date: text,
  phones: many(HsdsPhone),
  schedules: many(HsdsSchedule),
  service_areas: many(z.looseObject({ name: text, extent: text, extent_type: text })),
  service_at_locations: many(HsdsAtLocation),
  languages: many(z.looseObject({ code: text, name: text })),
  organization: HsdsOrganisation,
  attributes: many(HsdsAttribute),
})
export type HsdsService = z.infer<typeof HsdsService>
