/** Ways in to acts of sharing and to the register of contacts. */
import { z } from 'zod'
import { Id } from '../common.ts'
import { route } from '../route.ts'
import {
  AddContact,
  Contact,
  ContactFilter,
  ContactPage,
  Disclosure,
  DisclosureFilter,
  DisclosurePage,
  Looked,
  LookFirst,
  SaveContact,
  Tell,
} from './tellingSchema.ts'

const byId = z.strictObject({ id: Id })

export const listContacts = route({
  method: 'GET',
  path: '/contacts',
  summary: 'Schools, clinics and offices that can be told something, by name',
  access: 'consents.read',
  audit: null,
  query: ContactFilter,
  response: ContactPage,
  offline: 'keep',
})
export const addContact = route({
  method: 'POST',
  path: '/contacts',
  access: 'disclosures.make',
  summary: 'Put somebody who can be told on the register of contacts',
  audit: 'contact.added',
  body: AddContact,
  response: Contact,
  status: 201,
  versioned: true,
})
export const changeContact = route({
  method: 'PUT',
  path: '/contacts/:id',
  summary: 'Change a contact, or close it: nothing more is told to it',
  access: 'disclosures.make',
  audit: 'contact.changed',
  params: byId,
  body: SaveContact,
  response: Contact,
  versioned: true,
})
export const listDisclosures = route({
  method: 'GET',
  path: '/disclosures',
  summary: 'Acts of sharing that are open to the asker, the latest first',
  access: 'consents.read',
  audit: 'disclosures.listed',
  query: DisclosureFilter,
  response: DisclosurePage,
  offline: 'keep',
})
export const countDisclosures = route({
  method: 'GET',
  path: '/disclosures/count',
  summary: 'How many a filter would show, before it is applied',
  access: 'consents.read',
  audit: 'disclosures.counted',
  query: DisclosureFilter,
  response: z.strictObject({ total: z.number().int() }),
})
export const getDisclosure = route({
  method: 'GET',
  path: '/disclosures/:id',
  summary: 'One act of sharing, with exactly what was told',
  access: 'consents.read',
  audit: 'disclosure.read',
  params: byId,
  response: Disclosure,
})
export const lookBeforeTelling = route({
  method: 'GET',
  path: '/people/:id/disclosures/look',
  summary: 'What would be told to a contact, and what may not be',
  access: 'disclosures.make',
  audit: 'disclosure.looked-at',
  params: byId,
  query: LookFirst,
  response: Looked,
})
/** Safe to repeat: what was told is told once. */
export const tell = route({
  method: 'POST',
  path: '/people/:id/disclosures',
  summary: 'Record that something was told, on a consent or another basis that covers it',
  access: 'disclosures.make',
  audit: 'disclosure.made',
  params: byId,
  body: Tell,
  response: Disclosure,
  status: 201,
})
