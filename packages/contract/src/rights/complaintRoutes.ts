/** Ways in to complaints: for anybody without signing in, for who writes one down, and for who handles them. */
import { z } from 'zod'
import { Id } from '../common.ts'
import { route } from '../route.ts'
import {
  AppealByCode,
  AskByCode,
  Complain,
  Complaint,
  ComplaintAct,
  ComplaintByCode,
  ComplaintCounts,
  ComplaintFilter,
  ComplaintPage,
  Receipt,
  RecordComplaint,
  RightsSheet,
  SaveOfficer,
} from './complaints.ts'

const byId = z.strictObject({ id: Id })

export const rightsSheet = route({
  method: 'GET',
  path: '/rights',
  summary: 'Whom families turn to here, and how long an answer takes',
  access: 'public',
  audit: null,
  response: RightsSheet,
})
/** Answers the same whoever asks: it knows of no file. */
export const complain = route({
  method: 'POST',
  path: '/complaints/open',
  summary: 'Complain without an account, with or without a name',
  access: 'public',
  audit: 'complaint.received',
  body: Complain,
  response: Receipt,
  status: 201,
})
export const askByCode = route({
  method: 'POST',
  path: '/complaints/by-code',
  summary: 'What became of a complaint, for who has its code',
  access: 'public',
  audit: 'complaint.asked-after',
  body: AskByCode,
  response: ComplaintByCode,
})
export const appealByCode = route({
  method: 'POST',
  path: '/complaints/by-code/appeal',
  summary: 'Say that the answer is not enough; somebody else looks at it again',
  access: 'public',
  audit: 'complaint.appealed',
  body: AppealByCode,
  response: ComplaintByCode,
})
export const recordComplaint = route({
  method: 'POST',
  path: '/complaints',
  summary: 'Write a complaint down for a family; whoever does so does not see it afterwards',
  access: 'complaints.record',
  audit: 'complaint.recorded',
  body: RecordComplaint,
  response: Receipt,
  status: 201,
})
export const listComplaints = route({
  method: 'GET',
  path: '/complaints',
  summary: 'Complaints, the nearest term first',
  access: 'complaints.handle',
  audit: 'complaints.listed',
  query: ComplaintFilter,
  response: ComplaintPage,
})
export const complaintCounts = route({
  method: 'GET',
  path: '/complaints/counts',
  summary: 'Complaints of one year by kind',
  access: 'complaints.handle',
  audit: 'complaints.counted',
  query: z.strictObject({ year: z.coerce.number().int().min(2000).max(2199).optional() }),
  response: ComplaintCounts,
})
export const getComplaint = route({
  method: 'GET',
  path: '/complaints/:id',
  summary: 'One complaint with what was done',
  access: 'complaints.handle',
  audit: 'complaint.read',
  params: byId,
  response: Complaint,
  versioned: true,
})
export const actOnComplaint = route({
  method: 'POST',
  path: '/complaints/:id/steps',
  summary: 'Acknowledge, look into, note or answer a complaint, or say of what kind it is and about whom',
  access: 'complaints.handle',
  audit: 'complaint.moved',
  params: byId,
  body: ComplaintAct,
  response: Complaint,
  versioned: true,
})
export const saveOfficer = route({
  method: 'PUT',
  path: '/rights/officer',
  summary: 'Whom families turn to, as it hangs on the wall',
  access: 'complaints.handle',
  audit: 'rights.officer-saved',
  body: SaveOfficer,
  response: RightsSheet,
})
