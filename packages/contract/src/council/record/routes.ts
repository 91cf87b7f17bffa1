/** Ways in to statements of a session and to its summary record. */
import { z } from 'zod'
import { Id } from '../../common.ts'
import { route } from '../../route.ts'
import * as s from './schema.ts'

const byId = z.strictObject({ id: Id })
const session = '/council/sessions/:id'

export const listStatements = route({
  method: 'GET',
  path: `${session}/statements`,
  summary: 'Statements filed for a session, by their number',
  access: 'council.read',
  audit: 'statements.listed',
  params: byId,
  response: s.Statements,
  offline: 'keep',
})
/** For the own party, or by the secretariat for a party; the action knows the difference. */
export const fileStatement = route({
  method: 'POST',
  path: `${session}/statements`,
  summary: 'File a statement; it has its symbol at once',
  access: 'council.read',
  audit: 'statement.filed',
  params: byId,
  body: s.FileStatement,
  response: s.Statements,
  status: 201,
})
export const withdrawStatement = route({
  method: 'POST',
  path: `${session}/statements/:statementId/withdrawn`,
  summary: 'Take a statement back while the record is not approved; its number stays given',
  access: 'council.read',
  audit: 'statement.withdrawn',
  params: z.strictObject({ id: Id, statementId: Id }),
  body: s.WithdrawStatement,
  response: s.Statements,
})

export const getRecord = route({
  method: 'GET',
  path: `${session}/record`,
  summary: 'How the summary record of a session stands',
  access: 'council.read',
  audit: 'record.read',
  params: byId,
  response: s.SessionRecord,
})
export const draftRecord = route({
  method: 'POST',
  path: `${session}/record`,
  summary: 'Draft the summary record from attendance, agenda, speakers, statements and decisions',
  access: 'council.prepare',
  audit: 'record.drafted',
  params: byId,
  body: s.DraftRecord,
  response: s.SessionRecord,
  status: 201,
})
export const previewRedraft = route({
  method: 'GET',
  path: `${session}/record/redraft`,
  summary: 'What a new draft would change, and where it meets what was written by hand',
  access: 'council.prepare',
  audit: 'record.redraft-read',
  params: byId,
  response: s.Redrafting,
})
export const redraftRecord = route({
  method: 'POST',
  path: `${session}/record/redraft`,
  summary:
    'Draft the record anew from the sources of today; what was written by hand stays unless said otherwise',
  access: 'council.prepare',
  audit: 'record.redrafted',
  params: byId,
  body: s.Redraft,
  response: s.SessionRecord,
})
export const circulateRecord = route({
  method: 'POST',
  path: `${session}/record/circulated`,
  summary:
    'Circulate the record as provisional: the term of corrections begins, and the delegations are told',
  access: 'council.prepare',
  audit: 'record.circulated',
  params: byId,
  body: s.OnVersion,
  response: s.SessionRecord,
})
/** From inside the agenda of a later session, under the item that says so. */
export const approveRecord = route({
  method: 'POST',
  path: `${session}/agenda/:itemId/record-approved`,
  summary: 'Approve the record that the item names: it is issued with the corrections that were taken',
  access: 'council.decide',
  audit: 'record.approved',
  params: z.strictObject({ id: Id, itemId: Id }),
  body: s.OnVersion,
  response: s.SessionRecord,
})
