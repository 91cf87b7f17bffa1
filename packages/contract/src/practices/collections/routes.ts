/** Ways in to collections and to what one keeps for oneself. */
import { z } from 'zod'
import { Id } from '../../common.ts'
import { route } from '../../route.ts'
import * as s from './schema.ts'

const byId = z.strictObject({ id: Id })
const path = '/collections'
const kept = '/reading-list'

export const listCollections = route({
  method: 'GET',
  path,
  summary: 'Collections that are shared, and one’s own',
  access: 'practices.read',
  audit: 'collections.listed',
  query: s.CollectionFilter,
  response: s.CollectionPage,
  offline: 'keep',
})
export const makeCollection = route({
  method: 'POST',
  path,
  summary: 'Put practices together; a curated collection is made by those who moderate',
  access: 'practices.write',
  audit: 'collection.made',
  body: s.MakeCollection,
  response: s.Collection,
  status: 201,
  versioned: true,
})
export const getCollection = route({
  method: 'GET',
  path: `${path}/:id`,
  summary: 'One collection, in its order',
  access: 'practices.read',
  audit: 'collection.read',
  params: byId,
  response: s.Collection,
  versioned: true,
  offline: 'keep',
})
export const changeCollection = route({
  method: 'PUT',
  path: `${path}/:id`,
  summary: 'Change what it is called and what is in it',
  access: 'practices.write',
  audit: 'collection.changed',
  params: byId,
  body: s.ChangeCollection,
  response: s.Collection,
  versioned: true,
})
export const removeCollection = route({
  method: 'DELETE',
  path: `${path}/:id`,
  summary: 'Take a collection away; its practices stay',
  access: 'practices.write',
  audit: 'collection.removed',
  params: byId,
  response: z.undefined(),
  status: 204,
})
export const listKept = route({
  method: 'GET',
  path: kept,
  summary: 'What I keep, in my order; with a session, what I noted for it',
  access: 'practices.read',
  audit: 'reading-list.read',
  query: s.KeptFilter,
  response: s.KeptList,
  offline: 'keep',
})
export const keepPractice = route({
  method: 'PUT',
  path: `${kept}/:id`,
  summary: 'Keep a practice, or write a note on it that nobody else reads',
  access: 'practices.read',
  audit: 'practice.kept',
  params: byId,
  body: s.Keep,
  response: s.KeptList,
})
export const dropKept = route({
  method: 'DELETE',
  path: `${kept}/:id`,
  summary: 'Keep it no longer; the note goes with it',
  access: 'practices.read',
  audit: 'practice.dropped',
  params: byId,
  query: s.KeptFilter,
  response: s.KeptList,
})
export const orderKept = route({
  method: 'PUT',
  path: `${kept}`,
  summary: 'Put what I keep in order',
  access: 'practices.read',
  audit: 'reading-list.ordered',
  body: s.OrderKept,
  response: s.KeptList,
})
