/** Ways in to the directory of services. It is about nobody: those who work here read it, coordinators and supervisors keep it. */
import { z } from 'zod'
import { AreaCode, Id, Language } from '../common.ts'
import { route } from '../route.ts'
import {
  AddOrganisation,
  AddService,
  HsdsReport,
  Organisation,
  OrganisationFilter,
  OrganisationPage,
  SaveOrganisation,
  SaveService,
  Service,
  ServiceFilter,
  ServiceMap,
  ServiceMapFilter,
  ServicePage,
  ServicesByArea,
  VerifyService,
} from './schema.ts'

const byId = z.strictObject({ id: Id })
const file = { body: z.instanceof(Uint8Array), consumes: 'application/octet-stream' } as const

export const listServices = route({
  method: 'GET',
  path: '/services',
  summary: 'Services by need, area, language and age, by name',
  access: 'services.read',
  audit: null,
  query: ServiceFilter,
  response: ServicePage,
  offline: 'keep',
})
export const servicesByArea = route({
  method: 'GET',
  path: '/services/by-area',
  summary: 'How many services reach people in each region, or each district of one, by kind of help',
  access: 'services.read',
  audit: null,
  query: z.strictObject({ within: AreaCode.optional() }),
  response: ServicesByArea,
  offline: 'keep',
})
export const mapServices = route({
  method: 'GET',
  path: '/services/map',
  summary: 'Where one goes: the places of services, found as the list finds them',
  access: 'services.read',
  audit: null,
  query: ServiceMapFilter,
  response: ServiceMap,
  offline: 'keep',
})
export const getService = route({
  method: 'GET',
  path: '/services/:id',
  summary: 'One service: what, for whom, where and when, and when somebody last made sure',
  access: 'services.read',
  audit: null,
  params: byId,
  response: Service,
  versioned: true,
  offline: 'keep',
})
export const addService = route({
  method: 'POST',
  path: '/services',
  summary: 'Put a service on the directory',
  access: 'services.keep',
  audit: 'service.added',
  body: AddService,
  response: Service,
  status: 201,
  versioned: true,
})
export const changeService = route({
  method: 'PUT',
  path: '/services/:id',
  summary: 'Change what the directory says of a service, or close it',
  access: 'services.keep',
  audit: 'service.changed',
  params: byId,
  body: SaveService,
  response: Service,
  versioned: true,
})
/** Safe to repeat on a day. */
export const verifyService = route({
  method: 'POST',
  path: '/services/:id/verify',
  summary: 'Say that somebody made sure today that it is so',
  access: 'services.keep',
  audit: 'service.verified',
  params: byId,
  body: VerifyService,
  response: Service,
  versioned: true,
})
export const listOrganisations = route({
  method: 'GET',
  path: '/service-organisations',
  summary: 'Organisations of the directory, by name',
  access: 'services.read',
  audit: null,
  query: OrganisationFilter,
  response: OrganisationPage,
  offline: 'keep',
})
export const addOrganisation = route({
  method: 'POST',
  path: '/service-organisations',
  summary: 'Put an organisation on the directory',
  access: 'services.keep',
  audit: 'organisation.added',
  body: AddOrganisation,
  response: Organisation,
  status: 201,
  versioned: true,
})
export const changeOrganisation = route({
  method: 'PUT',
  path: '/service-organisations/:id',
  summary: 'Change an organisation, or close it: nobody is sent there any more',
  access: 'services.keep',
  audit: 'organisation.changed',
  params: byId,
  body: SaveOrganisation,
  response: Organisation,
  versioned: true,
})
export const exportHsds = route({
  method: 'GET',
  path: '/services/hsds/file',
  summary: 'The directory as HSDS 3.0 (a page of fully nested services, JSON)',
  access: 'services.read',
  audit: 'services.taken-out',
  query: z.strictObject({ language: Language }),
  response: z.undefined(),
  produces: 'application/octet-stream',
})
export const previewHsds = route({
  method: 'POST',
  path: '/services/hsds/preview',
  summary: 'Read a file in HSDS 3 (JSON) and say what would become of it; nothing is written',
  access: 'services.keep',
  audit: 'services.import-previewed',
  query: z.strictObject({ language: Language }),
  ...file,
  response: HsdsReport,
})
export const importHsds = route({
  method: 'POST',
  path: '/services/hsds',
  summary: 'Take in what the preview has shown, if it would still be the same',
  access: 'services.keep',
  audit: 'services.imported',
  query: z.strictObject({ language: Language, seen: z.string().max(100) }),
  ...file,
  response: HsdsReport,
})
