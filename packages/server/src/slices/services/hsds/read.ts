/**
 * Reads HSDS 3 as others write it: a page of services, a list of them, or organisations with their services. What is not understood is
 * named, what is wrong is a fault of its row, and nothing is guessed: an area that nobody knows leaves its row out.
 */
import type { Language, MultiText } from '@kerege/contract/common'
import { faultsOf } from '@kerege/contract/errors'
import { type GoalDomain, goalDomains } from '@kerege/contract/plans/domains'
import {
  AddOrganisation,
  AddService,
  costs,
  organisationKinds,
  type Place,
  weekdays,
} from '@kerege/contract/services/schema'
import type { z } from 'zod'
import {
  type HsdsAtLocation,
  type HsdsAttribute,
  type HsdsOrganisation,
  type HsdsSchedule,
  HsdsService,
  stableId,
  taxonomies,
} from './shape.ts'

export interface Reading {
  /** Of texts that do not say theirs. */
  language: Language
  /** An area by its code, or by its name in any language. */
  findArea: (said: string) => string | undefined
}
export interface ReadRow {
  row: number
  title: string
  organisation?: z.output<typeof AddOrganisation>
  service?: z.output<typeof AddService>
  checkedOn?: string
  faults: { field: string; code: string }[]
  unread: string[]
}

/** @returns undefined where it is no HSDS at all */
export function readHsds(data: unknown, reading: Reading): ReadRow[] | undefined {
  const items = servicesIn(data)
  return items?.map((item, at) => readRow(item, at + 1, reading))
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function servicesIn(data: unknown): unknown[] | undefined {
  const list = Array.isArray(data)
    ? data
    : isRecord(data)
      ? [data['contents'], data['services'], data['organizations']].find(Array.isArray)
      : undefined
  return list?.flatMap((item: unknown): unknown[] => {
    if (!isRecord(item) || !Array.isArray(item['services'])) return [item]
    const { services, ...organization } = item
    return (services as unknown[]).map(one =>
      isRecord(one) ? { ...one, organization: one['organization'] ?? organization } : one,
    )
  })
}

function readRow(item: unknown, row: number, reading: Reading): ReadRow {
  const title = isRecord(item) && typeof item['name'] === 'string' ? item['name'].slice(0, 200) : ''
  const parsed = HsdsService.safeParse(item, { reportInput: true })
  if (!parsed.success) {
    const faults = faultsOf(parsed.error).map(({ pointer, code }) => ({ field: pointer, code }))
    return { row, title, faults, unread: [] }
  }
  const one = parsed.data
  const organisation = AddOrganisation.safeParse(organisationIn(one.organization, reading), {
    reportInput: true,
  })
  const { draft, unread, unknownAreas } = serviceIn(one, reading)
  const service = AddService.safeParse(draft, { reportInput: true })
  const faults = [
    ...unknownAreas.map(() => ({ field: '/areas', code: 'area-unknown' })),
    ...(organisation.success
      ? []
      : faultsOf(organisation.error).map(({ pointer, code }) => ({
          field: `/organization${pointer}`,
          code,
        }))),
    ...(service.success
      ? []
      : faultsOf(service.error).map(({ pointer, code }) => ({ field: pointer, code }))),
  ]
  if (faults.length > 0 || !organisation.success || !service.success) return { row, title, faults, unread }
  const checkedOn = /^\d{4}-\d{2}-\d{2}/.exec(one.assured_date ?? '')?.[0]
  return {
    row,
    title,
    organisation: organisation.data,
    service: service.data,
    ...(checkedOn ? { checkedOn } : {}),
    faults,
    unread,
  }
}

/** Ids of the specification are UUIDs; others get one that stays the same. */
const idOf = (said: string) =>
  /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(said) ? said.toLowerCase() : stableId('hsds', said)

type Attributes = readonly HsdsAttribute[] | null | undefined
const under = (attributes: Attributes, taxonomy: string): HsdsAttribute[] =>
  (attributes ?? []).filter(one => one.taxonomy_term?.taxonomy === taxonomy)

/** In all the languages that it stands in; otherwise the plain field, in the language of the file. */
function textOf(
  attributes: Attributes,
  field: string,
  plain: string | null | undefined,
  { language }: Reading,
): MultiText | undefined {
  const said = under(attributes, taxonomies.text).flatMap(({ value, taxonomy_term: term }) =>
    term?.code === field && term.language && value ? [[term.language, checked(value)] as const] : [],
  )
  if (said.length > 0) return Object.fromEntries(said) as MultiText // the schema looks at the languages
  return plain?.trim() ? { [language]: checked(plain) } : undefined
}
const checked = (text: string) => ({ text, state: 'checked' as const })

const phoneOf = (phones: readonly { number?: string | null | undefined }[] | null | undefined) =>
  phones?.find(one => one.number?.trim())?.number ?? undefined
const some = (text: string | null | undefined) => text?.trim() || undefined

function organisationIn(one: HsdsOrganisation, reading: Reading) {
  const said = under(one.attributes, taxonomies.kind)[0]?.taxonomy_term?.code
  return {
    id: idOf(one.id),
    name: textOf(one.attributes, 'name', one.name, reading),
    // The least that can be told is told to whom nothing is known of.
    kind: organisationKinds.find(kind => kind === said) ?? 'ngo',
    phone: phoneOf(one.phones),
    email: some(one.email),
    website: some(one.website),
  }
}

const states = {
  active: 'open',
  'temporarily closed': 'paused',
  inactive: 'closed',
  defunct: 'closed',
} as const

function serviceIn(one: HsdsService, reading: Reading) {
  const unknownAreas: string[] = []
  const areaOf = (...said: readonly (string | null | undefined)[]) => {
    const words = said.filter(word => word?.trim()) as string[]
    const found = words.map(reading.findArea).find(code => code !== undefined)
    if (found === undefined) unknownAreas.push(words.join(', '))
    return found
  }
  const { domains, unread } = domainsOf(one.attributes)
  const cost = under(one.attributes, taxonomies.cost)[0]?.taxonomy_term?.code
  const draft = {
    id: idOf(one.id),
    organisationId: idOf(one.organization.id),
    name: textOf(one.attributes, 'name', one.name, reading),
    description: textOf(one.attributes, 'description', one.description, reading),
    eligibility: textOf(one.attributes, 'eligibility', one.eligibility_description, reading),
    apply: textOf(one.attributes, 'apply', one.application_process, reading),
    minAge: one.minimum_age ?? undefined,
    maxAge: one.maximum_age ?? undefined,
    languages: [...new Set((one.languages ?? []).flatMap(({ code }) => (code ? [code] : [])))],
    domains,
    areas: [...new Set((one.service_areas ?? []).flatMap(({ extent, name }) => areaOf(extent, name) ?? []))],
    cost: costs.find(known => known === cost) ?? 'unknown',
    costNote: some(one.fees_description),
    capacity: some(under(one.attributes, taxonomies.capacity)[0]?.value),
    phone: phoneOf(one.phones),
    email: some(one.email),
    website: some(one.url),
    state: states[one.status],
    places: (one.service_at_locations ?? []).flatMap(at => placeIn(at, areaOf)),
  }
  return { draft, unread, unknownAreas }
}

function domainsOf(attributes: Attributes): { domains: GoalDomain[]; unread: string[] } {
  const ours: readonly string[] = Object.values(taxonomies)
  const domains = under(attributes, taxonomies.domain).flatMap(({ taxonomy_term: term }) =>
    goalDomains.filter(domain => domain === term?.code),
  )
  const unread = (attributes ?? []).flatMap(({ taxonomy_term: term }) =>
    term && !ours.includes(term.taxonomy ?? '') ? [term.name ?? term.code ?? ''] : [],
  )
  return { domains: [...new Set(domains)], unread: unread.filter(Boolean) }
}

type AreaOf = (...said: readonly (string | null | undefined)[]) => string | undefined

function placeIn({ location, schedules, phones }: HsdsAtLocation, areaOf: AreaOf): Place[] {
  // One goes to a place; what is on the web or in a letter box is none.
  if (!location || (location.location_type && location.location_type !== 'physical')) return []
  const address = location.addresses?.[0]
  const area = areaOf(
    under(location.attributes, taxonomies.area)[0]?.taxonomy_term?.code,
    address?.region,
    address?.city,
    address?.state_province,
  )
  if (area === undefined) return []
  const times = [...(schedules ?? []), ...(location.schedules ?? [])]
  const phone = phoneOf(phones) ?? phoneOf(location.phones)
  const lines = [address?.address_1, address?.address_2].filter(one => one?.trim()).join(', ')
  const note = times.find(one => !one.byday && one.description?.trim())?.description
  return [
    {
      id: idOf(location.id),
      ...(location.name?.trim() ? { name: location.name } : {}),
      area,
      ...(lines ? { address: lines } : {}),
      ...(phone ? { phone } : {}),
      ...(typeof location.latitude === 'number' ? { latitude: location.latitude } : {}),
      ...(typeof location.longitude === 'number' ? { longitude: location.longitude } : {}),
      hours: times.flatMap(hoursIn),
      ...(note ? { hoursNote: note } : {}),
    },
  ]
}

/** Weekly hours; the second Monday of a month is for the note. */
function hoursIn({ byday, opens_at: opens, closes_at: closes }: HsdsSchedule) {
  const days = weekdays.filter(day => byday?.split(',').some(said => said.trim() === day))
  const clock = (said: string | null | undefined) => /^\d{2}:\d{2}/.exec(said ?? '')?.[0]
  const [from, to] = [clock(opens), clock(closes)]
  return days.length > 0 && from && to ? [{ days: [...days], opens: from, closes: to }] : []
}
