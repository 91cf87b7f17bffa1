/** Ways in to the log. */
import { z } from 'zod'
import { Id, pageQuery } from '../common.ts'
import { route } from '../route.ts'
import { AuditFilter, AuditPage, LogState, SightingPage } from './schema.ts'

export const searchAudit = route({
  method: 'GET',
  path: '/audit/entries',
  summary: 'Search the log: who did what, when, on which record',
  access: 'audit.search',
  audit: 'audit.searched',
  query: AuditFilter,
  response: AuditPage,
})

export const whoSaw = route({
  method: 'GET',
  path: '/audit/seen/:id',
  summary: 'Who saw or changed this record, for those to whom it is open',
  access: 'audit.seen',
  audit: 'audit.seen',
  params: z.strictObject({ id: Id }),
  query: z.strictObject(pageQuery),
  response: SightingPage,
})

export const logState = route({
  method: 'GET',
  path: '/audit/log',
  summary: 'Size and root of the log',
  access: 'audit.search',
  audit: null,
  response: LogState,
})
