/** Ways in to requests that others decide. A request is made by the slice whose rule wants it, never here. */
import { z } from 'zod'
import { Id } from '../common.ts'
import { route } from '../route.ts'
import { Approval, ApprovalCount, ApprovalFilter, ApprovalPage, Decide } from './schema.ts'

const byId = z.strictObject({ id: Id })

export const listApprovals = route({
  method: 'GET',
  path: '/approvals',
  summary: 'Requests that wait for me, that I made, or that were decided',
  access: 'signed-in',
  audit: 'approvals.listed',
  query: ApprovalFilter,
  response: ApprovalPage,
})
export const countApprovals = route({
  method: 'GET',
  path: '/approvals/count',
  summary: 'How many wait for me, and how many of mine are open',
  access: 'signed-in',
  audit: null,
  response: ApprovalCount,
})
export const getApproval = route({
  method: 'GET',
  path: '/approvals/:id',
  summary: 'One request with its steps and decisions',
  access: 'signed-in',
  audit: 'approval.read',
  params: byId,
  response: Approval,
  versioned: true,
})
export const decideApproval = route({
  method: 'PUT',
  path: '/approvals/:id/decision',
  summary: 'Approve or refuse the open step; a refusal says why',
  access: 'approvals.decide',
  audit: 'approval.decided',
  params: byId,
  body: Decide,
  response: Approval,
  versioned: true,
})
export const delegateApproval = route({
  method: 'PUT',
  path: '/approvals/:id/delegate',
  summary: 'Hand my voice in this request to a colleague to whom the record is open',
  access: 'approvals.decide',
  audit: 'approval.delegated',
  params: byId,
  body: z.strictObject({ accountId: Id }),
  response: Approval,
  versioned: true,
})
export const withdrawApproval = route({
  method: 'PUT',
  path: '/approvals/:id/withdrawal',
  summary: 'Take my own request back',
  access: 'approvals.ask',
  audit: 'approval.withdrawn',
  params: byId,
  body: z.strictObject({}),
  response: Approval,
  versioned: true,
})
