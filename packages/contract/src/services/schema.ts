/**
 * The directory of services in the terms of HSDS 3 (organisation, service, place, hours, who it is for, languages, area, checked on).
 * About bodies and what they offer, never about a person: nothing here says who was sent where.
 */
import { z } from 'zod'
import {
  AreaCode,
  Id,
  Instant,
  Language,
  LanguageTag,
  line,
  MultiText,
  page,
  pageQuery,
  PlainDate,
} from '../common.ts'
import { recipientKinds } from '../consents/recipients.ts'
import { GoalDomain, goalDomains } from '../plans/domains.ts'
import { Colleague } from '../tasks/schema.ts'

/** Those who can be told of a family at all; an authority asks in writing and offers no service. */
export const organisationKinds = recipientKinds.filter(kind => kind !== 'authority')
export const OrganisationKind = z.enum(organisationKinds)
export type OrganisationKind = z.infer<typeof OrganisationKind>

/** `paused` for a time; `closed` for good. Nobody is sent to either. */
export const serviceStates = ['open', 'paused', 'closed'] as const
export const ServiceState = z.enum(serviceStates)
export type ServiceState = z.infer<typeof ServiceState>

export const costs = ['free', 'paid', 'unknown'] as const

/** As calendars write them (RFC 5545), and HSDS with them. */
export const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const
export const Weekday = z.enum(weekdays)
export type Weekday = z.infer<typeof Weekday>
const Clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'clock-time')

export const Hours = z
  .strictObject({
    days: z
      .array(Weekday)
      .min(1)
      .max(7)
      .refine(all => new Set(all).size === all.length, 'twice'),
    opens: Clock,
    closes: Clock,
  })
  .refine(one => one.opens < one.closes, { path: ['closes'], message: 'period-reversed' })
export type Hours = z.infer<typeof Hours>

const Mail = z.email().max(200)
const Web = z.url({ protocol: /^https?$/ }).max(300)

/** A service at a location, as one: where one goes, and when somebody is there. */
export const Place = z.strictObject({
  id: Id,
  name: line(160).optional(),
  area: AreaCode,
  address: line(300).optional(),
  phone: line(60).optional(),
  latitude: z.number().min(-90).max(90).optional(),
  longitude: z.number().min(-180).max(180).optional(),
  hours: z.array(Hours).max(14),
  hoursNote: line(300).optional(),
})
export type Place = z.infer<typeof Place>

const organisationFacts = {
  name: MultiText,
  kind: OrganisationKind,
  phone: line(60).optional(),
  email: Mail.optional(),
  website: Web.optional(),
  /** An agency of this node: its people answer inside. */
  agencyId: Id.optional(),
}
export const AddOrganisation = z.strictObject({ id: Id, ...organisationFacts })
export type AddOrganisation = z.infer<typeof AddOrganisation>
export const SaveOrganisation = z.strictObject({ ...organisationFacts, closed: z.boolean().default(false) })
export type SaveOrganisation = z.infer<typeof SaveOrganisation>
export const Organisation = z.strictObject({
  id: Id,
  version: z.number().int(),
  ...organisationFacts,
  closed: z.boolean(),
  services: z.number().int(),
})
export type Organisation = z.infer<typeof Organisation>
export const OrganisationFilter = z.strictObject({ ...pageQuery, kind: OrganisationKind.optional() })
export type OrganisationFilter = z.infer<typeof OrganisationFilter>
export const OrganisationPage = page(Organisation)

const unique = <Value extends z.ZodType>(value: Value, max: number) =>
  z
    .array(value)
    .max(max)
    .refine(all => new Set(all).size === all.length, 'twice')

export const serviceFacts = {
  organisationId: Id,
  name: MultiText,
  description: MultiText.optional(),
  /** For whom, in words; ages stand apart so that one can look for them. */
  eligibility: MultiText.optional(),
  minAge: z.number().int().min(0).max(120).optional(),
  maxAge: z.number().int().min(0).max(120).optional(),
  languages: unique(LanguageTag, 30),
  domains: unique(GoalDomain, goalDomains.length),
  /** Whom it serves, by where they live; none stands for the whole state. */
  areas: unique(AreaCode, 60),
  /** How one gets in: by a paper, by a call, in a queue. */
  apply: MultiText.optional(),
  cost: z.enum(costs),
  costNote: line(300).optional(),
  /** How many it takes, and how long one waits. */
  capacity: line(300).optional(),
  phone: line(60).optional(),
  email: Mail.optional(),
  website: Web.optional(),
  state: ServiceState,
  places: z
    .array(Place)
    .max(30)
    .refine(all => new Set(all.map(one => one.id)).size === all.length, 'twice'),
}
const agesInOrder = {
  check: (one: { minAge?: number | undefined; maxAge?: number | undefined }) =>
    one.minAge === undefined || one.maxAge === undefined || one.minAge <= one.maxAge,
  fault: { path: ['maxAge'], message: 'period-reversed' },
}
export const SaveService = z.strictObject(serviceFacts).refine(agesInOrder.check, agesInOrder.fault)
export type SaveService = z.infer<typeof SaveService>
export const AddService = z
  .strictObject({
    /** Made by the device, so that a repeated command makes one. */
    id: Id,
    ...serviceFacts,
  })
  .refine(agesInOrder.check, agesInOrder.fault)
export type AddService = z.infer<typeof AddService>

const ofOrganisation = z.strictObject({
  id: Id,
  name: MultiText,
  kind: OrganisationKind,
  phone: z.string().optional(),
  email: z.string().optional(),
  /** Answers inside this node. */
  inside: z.boolean(),
  closed: z.boolean(),
})
const checked = {
  /** When somebody last made sure that it is so. */
  verifiedOn: PlainDate.optional(),
  /** Longer ago than one should rely on. */
  stale: z.boolean(),
}

export const ServiceRow = z.strictObject({
  id: Id,
  version: z.number().int(),
  organisation: ofOrganisation,
  name: MultiText,
  domains: z.array(GoalDomain),
  languages: z.array(LanguageTag),
  areas: z.array(AreaCode),
  /** Where one goes. */
  placeAreas: z.array(AreaCode),
  minAge: z.number().int().optional(),
  maxAge: z.number().int().optional(),
  cost: z.enum(costs),
  phone: z.string().optional(),
  state: ServiceState,
  ...checked,
})
export type ServiceRow = z.infer<typeof ServiceRow>

export const Service = z.strictObject({
  ...serviceFacts,
  id: Id,
  version: z.number().int(),
  organisation: ofOrganisation,
  ...checked,
  verifiedBy: Colleague.optional(),
  updatedAt: Instant,
  mayKeep: z.boolean(),
})
export type Service = z.infer<typeof Service>

const narrowing = {
  q: line(80).optional(),
  domain: GoalDomain.optional(),
  area: AreaCode.optional(),
  language: LanguageTag.optional(),
  age: z.coerce.number().int().min(0).max(120).optional(),
  kind: OrganisationKind.optional(),
  cost: z.enum(costs).optional(),
  /** Without it all that are not closed. */
  state: ServiceState.optional(),
  stale: z.literal('yes').optional(),
  organisationId: Id.optional(),
}
export const ServiceFilter = z.strictObject({
  ...pageQuery,
  ...narrowing,
  /** In which language names are put in order; the reader's own where nothing is said. */
  orderIn: Language.optional(),
})
export type ServiceFilter = z.infer<typeof ServiceFilter>
export const ServicePage = page(ServiceRow)

/** The same list, by the places where one goes. */
export const ServiceMapFilter = z.strictObject(narrowing)
export type ServiceMapFilter = z.infer<typeof ServiceMapFilter>

const onMap = {
  serviceId: Id,
  service: MultiText,
  organisation: MultiText,
  state: ServiceState,
  ...checked,
}
/** Without coordinates where nobody wrote them down, or where not everybody should find it. */
export const ServiceMapPlace = z.strictObject({
  ...onMap,
  id: Id,
  name: z.string().optional(),
  area: AreaCode,
  address: z.string().optional(),
  latitude: z.number().optional(),
  longitude: z.number().optional(),
})
export type ServiceMapPlace = z.infer<typeof ServiceMapPlace>
export const ServiceMap = z.strictObject({
  places: z.array(ServiceMapPlace),
  /** Services that have no place at all: one calls them, or they come. */
  nowhere: z.array(z.strictObject(onMap)),
  /** There are more services than are drawn. */
  more: z.boolean(),
})
export type ServiceMap = z.infer<typeof ServiceMap>

/** How many services reach people in each region, or in each district of one, by kind of help. */
export const ServicesByArea = z.strictObject({
  within: AreaCode.optional(),
  rows: z.array(
    z.strictObject({
      area: AreaCode,
      name: MultiText,
      /** Has districts of its own to look at. */
      parts: z.boolean(),
      all: z.number().int(),
      counts: z.partialRecord(GoalDomain, z.number().int()),
    }),
  ),
})
export type ServicesByArea = z.infer<typeof ServicesByArea>

/** The version that was read: somebody who did not see what changed since is told so first. */
export const VerifyService = z.strictObject({ seen: z.number().int().min(1) })
export type VerifyService = z.infer<typeof VerifyService>

/** What a file in HSDS 3 would become, before anything is written. */
export const HsdsReport = z.strictObject({
  fresh: z.number().int(),
  changed: z.number().int(),
  same: z.number().int(),
  leftOut: z.number().int(),
  rows: z.array(
    z.strictObject({
      row: z.number().int(),
      outcome: z.enum(['new', 'changed', 'same', 'left-out']),
      title: z.string(),
    }),
  ),
  faults: z.array(
    z.strictObject({ row: z.number().int(), column: z.string(), field: z.string(), code: z.string() }),
  ),
  moreFaults: z.number().int(),
  /** Words of other taxonomies that nothing here stands for. */
  unread: z.array(z.string()),
  /** Of what would be done. What is confirmed is this and nothing else. */
  seen: z.string(),
})
export type HsdsReport = z.infer<typeof HsdsReport>
