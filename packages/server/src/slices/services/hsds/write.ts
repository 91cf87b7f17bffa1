/** A service of the directory as HSDS 3.0 writes one, fully nested. Every text goes in every language that it has. */
import { type Language, type MultiText, textIn } from '@kerege/contract/common'
import type { Organisation, Place, Service } from '@kerege/contract/services/schema'
import { stableId, taxonomies } from './shape.ts'

const statuses = { open: 'active', paused: 'temporarily closed', closed: 'inactive' } as const

export interface Writing {
  language: Language
  /** How an area is called. */
  areaName: (code: string) => string
  /** `+05:00`: what the clock of the state is ahead by. */
  offset: string
  country: string
}

/** What has no value is left out, as the specification asks. */
const present = (fields: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== ''))

function attribute(
  linkId: string,
  entity: string,
  taxonomy: string,
  code: string,
  more: { value?: string; language?: string } = {},
) {
  return present({
    id: stableId(linkId, taxonomy, code, more.language ?? ''),
    link_id: linkId,
    link_entity: entity,
    link_type: taxonomy,
    value: more.value,
    taxonomy_term: present({
      id: stableId(taxonomy, code, more.language ?? ''),
      code,
      name: code,
      description: code,
      taxonomy,
      language: more.language,
    }),
  })
}

const texts = (linkId: string, entity: string, fields: Readonly<Record<string, MultiText | undefined>>) =>
  Object.entries(fields).flatMap(([field, map]) =>
    Object.entries(map ?? {}).map(([language, { text }]) =>
      attribute(linkId, entity, taxonomies.text, field, { value: text, language }),
    ),
  )

const phonesOf = (id: string, number: string | undefined) =>
  number ? [{ id: stableId(id, 'phone'), number }] : undefined

function organisationOut(one: Organisation, { language }: Writing) {
  const name = textIn(one.name, language).text
  return present({
    id: one.id,
    name,
    // Asked for by the specification; nothing more is known.
    description: name,
    email: one.email,
    website: one.website,
    phones: phonesOf(one.id, one.phone),
    attributes: [
      attribute(one.id, 'organization', taxonomies.kind, one.kind),
      ...texts(one.id, 'organization', { name: one.name }),
    ],
  })
}

export function serviceOut(one: Service, organisation: Organisation, writing: Writing) {
  const said = (map: MultiText | undefined) => map && textIn(map, writing.language).text
  const { id, name, description, eligibility, apply } = one
  return present({
    id,
    organization_id: organisation.id,
    name: said(name),
    description: said(description),
    url: one.website,
    email: one.email,
    status: statuses[one.state],
    application_process: said(apply),
    fees_description: one.costNote,
    eligibility_description: said(eligibility),
    minimum_age: one.minAge,
    maximum_age: one.maxAge,
    assured_date: one.verifiedOn,
    phones: phonesOf(id, one.phone),
    languages: one.languages.map(code => ({ id: stableId(id, 'language', code), code, name: code })),
    service_areas: one.areas.map(code => ({
      id: stableId(id, 'area', code),
      name: writing.areaName(code),
      extent: code,
      extent_type: 'text',
    })),
    service_at_locations: one.places.map(place => placeOut(id, place, writing)),
    organization: organisationOut(organisation, writing),
    attributes: [
      ...one.domains.map(domain => attribute(id, 'service', taxonomies.domain, domain)),
      attribute(id, 'service', taxonomies.cost, one.cost),
      ...(one.capacity
        ? [attribute(id, 'service', taxonomies.capacity, 'capacity', { value: one.capacity })]
        : []),
      ...texts(id, 'service', { name, description, eligibility, apply }),
    ],
  })
}

function placeOut(serviceId: string, place: Place, { areaName, country, offset }: Writing) {
  const id = stableId(serviceId, place.id)
  const region = place.area.split('.')[0] ?? place.area
  return present({
    id,
    service_id: serviceId,
    location_id: place.id,
    schedules: [
      ...place.hours.map(({ days, opens, closes }, at) => ({
        id: stableId(id, 'hours', String(at)),
        freq: 'WEEKLY',
        byday: days.join(','),
        opens_at: `${opens}${offset}`,
        closes_at: `${closes}${offset}`,
      })),
      ...(place.hoursNote ? [{ id: stableId(id, 'hours-note'), description: place.hoursNote }] : []),
    ],
    location: present({
      id: place.id,
      location_type: 'physical',
      name: place.name,
      latitude: place.latitude,
      longitude: place.longitude,
      phones: phonesOf(id, place.phone),
      addresses: place.address
        ? [
            {
              id: stableId(place.id, 'address'),
              address_1: place.address,
              city: areaName(place.area),
              region: place.area,
              state_province: region,
              // Asked for by the specification; nobody here goes by it.
              postal_code: '',
              country,
              address_type: 'physical',
            },
          ]
        : undefined,
      attributes: [attribute(place.id, 'location', taxonomies.area, place.area)],
    }),
  })
}
