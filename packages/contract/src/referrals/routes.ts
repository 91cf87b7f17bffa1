/** Ways in to referrals: of the sender, of the receiver inside, and of somebody outside. */
import { z } from 'zod'
import { Id } from '../common.ts'
import { route } from '../route.ts'
import {
  AnswerLink,
  Asked,
  AskedFilter,
  AskedOutside,
  AskedPage,
  ChangeDraft,
  DraftReferral,
  HandReferral,
  OpenLink,
  PersonReferrals,
  Receivers,
  ReceiverStep,
  Referral,
  ReferralFilter,
  ReferralPage,
  ReferralsToday,
  SeenVersion,
  SenderStep,
  SendReferral,
} from './schema.ts'

const byId = z.strictObject({ id: Id })

export const listReferrals = route({
  method: 'GET',
  path: '/referrals',
  summary: 'Referrals that are open to the asker, the latest first',
  access: 'referrals.make',
  audit: 'referrals.listed',
  query: ReferralFilter,
  response: ReferralPage,
  offline: 'keep',
})
export const personReferrals = route({
  method: 'GET',
  path: '/people/:id/referrals',
  summary: 'Where a person was sent, and what came of it',
  access: 'referrals.make',
  audit: 'referrals.read',
  params: byId,
  response: PersonReferrals,
  offline: 'keep',
})
export const getReferral = route({
  method: 'GET',
  path: '/referrals/:id',
  summary: 'One referral, with what was told and every step',
  access: 'referrals.make',
  audit: 'referral.read',
  params: byId,
  response: Referral,
  versioned: true,
  offline: 'keep',
})
/** Tells nobody anything yet. */
export const draftReferral = route({
  method: 'POST',
  path: '/people/:id/referrals',
  summary: 'Write a referral; it is sent apart',
  access: 'referrals.make',
  audit: 'referral.drafted',
  params: byId,
  body: DraftReferral,
  response: Referral,
  status: 201,
  versioned: true,
})
export const changeDraft = route({
  method: 'PUT',
  path: '/referrals/:id',
  summary: 'Change a referral that was not sent yet',
  access: 'referrals.make',
  audit: 'referral.changed',
  params: byId,
  body: ChangeDraft,
  response: Referral,
  versioned: true,
})
export const referralReceivers = route({
  method: 'GET',
  path: '/services/:id/receivers',
  summary: 'Who answers for a service inside this node',
  access: 'referrals.make',
  audit: null,
  params: byId,
  response: Receivers,
})
/** Safe to repeat: what was sent is sent once. */
export const sendReferral = route({
  method: 'POST',
  path: '/referrals/:id/send',
  summary: 'Tell the service what it needs, on a consent that covers it, and ask for an answer',
  access: 'referrals.make',
  audit: 'referral.sent',
  params: byId,
  body: SendReferral,
  response: Referral,
  versioned: true,
})
export const senderStep = route({
  method: 'POST',
  path: '/referrals/:id/steps',
  summary: 'Say what came of it: answered by telephone, confirmed by the family, called off',
  access: 'referrals.make',
  audit: 'referral.step-taken',
  params: byId,
  body: SenderStep,
  response: Referral,
  versioned: true,
})
/** Of what ended badly: the sender has read it. */
export const noteReferral = route({
  method: 'POST',
  path: '/referrals/:id/note',
  summary: 'Say that a no, a stop or help that did not come was read',
  access: 'referrals.make',
  audit: 'referral.noted',
  params: byId,
  body: SeenVersion,
  response: Referral,
  versioned: true,
})
export const handReferral = route({
  method: 'POST',
  path: '/referrals/:id/hand',
  summary: 'Ask somebody else of the same agency',
  access: 'referrals.make',
  audit: 'referral.handed',
  params: byId,
  body: HandReferral,
  response: Referral,
  versioned: true,
})
export const renewLink = route({
  method: 'POST',
  path: '/referrals/:id/link',
  summary: 'Make a new link and a new code for somebody outside; the old ones stop',
  access: 'referrals.make',
  audit: 'referral.link-made',
  params: byId,
  body: SeenVersion,
  response: Referral,
  versioned: true,
})
export const referralsToday = route({
  method: 'GET',
  path: '/today/referrals',
  summary: 'What of referrals waits for the sender',
  access: 'referrals.make',
  audit: 'referrals.today',
  response: ReferralsToday,
  offline: 'keep',
})

export const listAsked = route({
  method: 'GET',
  path: '/asked',
  summary: 'What was asked of me or of my agency, the nearest day first',
  access: 'referrals.answer',
  audit: 'asked.listed',
  query: AskedFilter,
  response: AskedPage,
  offline: 'keep',
})
export const getAsked = route({
  method: 'GET',
  path: '/asked/:id',
  summary: 'What was asked: the task, and what was told for it',
  access: 'referrals.answer',
  audit: 'asked.read',
  params: byId,
  response: Asked,
  versioned: true,
})
export const receiverStep = route({
  method: 'POST',
  path: '/asked/:id/steps',
  summary: 'Answer what was asked: yes, no and why, under way, delivered or not',
  access: 'referrals.answer',
  audit: 'asked.step-taken',
  params: byId,
  body: ReceiverStep,
  response: z.strictObject({ state: Referral.shape.state }),
})

export const openLink = route({
  method: 'POST',
  path: '/answer/open',
  summary: 'Open what was asked of somebody outside, by a link and a code',
  access: 'public',
  audit: 'referral.link-opened',
  body: OpenLink,
  response: AskedOutside,
})
export const answerLink = route({
  method: 'POST',
  path: '/answer',
  summary: 'Answer as somebody outside, by a link and a code',
  access: 'public',
  audit: 'referral.link-answered',
  body: AnswerLink,
  response: z.strictObject({ state: Referral.shape.state }),
})
