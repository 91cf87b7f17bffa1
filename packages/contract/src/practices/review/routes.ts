/** Ways in to the review of a practice, and on from it. */
import { z } from 'zod'
import { Id } from '../../common.ts'
import { route } from '../../route.ts'
import { Practice, WithReason } from '../record/schema.ts'
import * as s from './schema.ts'

const byId = z.strictObject({ id: Id })
const path = '/practices/:id'

export const practiceNeeds = route({
  method: 'GET',
  path: '/practices/needs',
  summary:
    'What waits for the actor: invitations, reviews, what was sent back, what is to be assigned or confirmed',
  access: 'practices.read',
  audit: null,
  response: s.PracticeNeeds,
  offline: 'keep',
})
export const getReviewerProfile = route({
  method: 'GET',
  path: '/practices/reviewer',
  summary: 'What the actor can review: fields and languages',
  access: 'practices.review',
  audit: null,
  response: s.ReviewerProfile,
  versioned: true,
})
export const setReviewerProfile = route({
  method: 'PUT',
  path: '/practices/reviewer',
  summary: 'Say what one can review',
  access: 'practices.review',
  audit: 'reviewer.changed',
  body: s.SetReviewerProfile,
  response: s.ReviewerProfile,
  versioned: true,
})
export const listReviewers = route({
  method: 'GET',
  path: '/practices/reviewers',
  summary: 'Everybody who may be asked for a review: what they know, what they read, whether they have time',
  access: 'practices.moderate',
  audit: 'reviewers.listed',
  response: s.Reviewers,
})
export const getReviewer = route({
  method: 'GET',
  path: '/practices/reviewers/:id',
  summary: 'What one of them can review',
  access: 'practices.moderate',
  audit: 'reviewer.read',
  params: byId,
  response: s.Reviewer,
  versioned: true,
})
export const setReviewer = route({
  method: 'PUT',
  path: '/practices/reviewers/:id',
  summary: 'Say for a reviewer what they can review; they are told',
  access: 'practices.moderate',
  audit: 'reviewer.changed',
  params: byId,
  body: s.SetReviewerProfile,
  response: s.Reviewer,
  versioned: true,
})
export const getPracticeSettings = route({
  method: 'GET',
  path: '/practices/settings',
  summary: 'After how many years a practice is confirmed again',
  access: 'practices.read',
  audit: null,
  response: s.PracticeSettings,
  versioned: true,
})
export const setPracticeSettings = route({
  method: 'PUT',
  path: '/practices/settings',
  summary: 'Set after how many years a practice is confirmed again',
  access: 'practices.moderate',
  audit: 'practices.settings-changed',
  body: s.SetPracticeSettings,
  response: s.PracticeSettings,
  versioned: true,
})

export const getReview = route({
  method: 'GET',
  path: `${path}/review`,
  summary: 'Where the review stands, whose turn it is, and what the actor may read of it',
  access: 'practices.read',
  audit: 'practice.review-read',
  params: byId,
  response: s.Review,
})
export const listCandidates = route({
  method: 'GET',
  path: `${path}/reviewers`,
  summary: 'Who could review it, the best fit first: language, country, field',
  access: 'practices.moderate',
  audit: 'practice.reviewers-proposed',
  params: byId,
  response: s.Candidates,
})
export const inviteReviewer = route({
  method: 'POST',
  path: `${path}/reviewers`,
  summary: 'Ask somebody to review it',
  access: 'practices.moderate',
  audit: 'practice.reviewer-invited',
  params: byId,
  body: s.InviteReviewer,
  response: s.Review,
  status: 201,
})
export const freeReviewer = route({
  method: 'POST',
  path: `${path}/reviewers/:reviewId/free`,
  summary: 'Free the seat of a reviewer who is no longer there, for another',
  access: 'practices.moderate',
  audit: 'practice.reviewer-freed',
  params: z.strictObject({ id: Id, reviewId: Id }),
  body: s.SendBack,
  response: s.Review,
})
export const answerInvitation = route({
  method: 'POST',
  path: `${path}/review/answer`,
  summary: 'Take a review on without a conflict of interest, decline it, or state the conflict',
  access: 'practices.review',
  audit: 'practice.review-answered',
  params: byId,
  body: s.AnswerInvitation,
  /** Whoever steps aside reads it no more. */
  response: s.Review.optional(),
})
export const giveReview = route({
  method: 'POST',
  path: `${path}/review`,
  summary: 'Give grades with their reasons, words and a recommendation',
  access: 'practices.review',
  audit: 'practice.reviewed',
  params: byId,
  body: s.GiveReview,
  response: s.Review,
})

export const sendBack = route({
  method: 'POST',
  path: `${path}/send-back`,
  summary: 'Send it back to its author: to work on, or declined, as its reviewers came to',
  access: 'practices.moderate',
  audit: 'practice.sent-back',
  params: byId,
  body: s.SendBack,
  response: Practice,
  versioned: true,
})
export const publishPractice = route({
  method: 'POST',
  path: `${path}/publish`,
  summary: 'Publish it with its review; the first time it gets its number',
  access: 'practices.moderate',
  audit: 'practice.published',
  params: byId,
  response: Practice,
  versioned: true,
})
export const takeBack = route({
  method: 'POST',
  path: `${path}/take-back`,
  summary: 'Its author takes it back before reviewers read it',
  access: 'practices.write',
  audit: 'practice.taken-back',
  params: byId,
  response: Practice,
  versioned: true,
})
export const confirmPractice = route({
  method: 'POST',
  path: `${path}/confirm`,
  summary: 'Say that it still holds, for some years more',
  access: 'practices.read',
  audit: 'practice.confirmed',
  params: byId,
  response: Practice,
  versioned: true,
})
export const archivePractice = route({
  method: 'POST',
  path: `${path}/archive`,
  summary: 'Say that it was of its time; it stays readable',
  access: 'practices.read',
  audit: 'practice.archived',
  params: byId,
  body: WithReason,
  response: Practice,
  versioned: true,
})
export const retractPractice = route({
  method: 'POST',
  path: `${path}/retract`,
  summary: 'Say that it should not be used, and why; those who took it up are told',
  access: 'practices.read',
  audit: 'practice.retracted',
  params: byId,
  body: WithReason,
  response: Practice,
  versioned: true,
})
export const takeOver = route({
  method: 'POST',
  path: `${path}/take-over`,
  summary: 'Somebody of its state becomes the author of a draft that waits for it',
  access: 'practices.confirm',
  audit: 'practice.taken-over',
  params: byId,
  response: Practice,
  versioned: true,
})
