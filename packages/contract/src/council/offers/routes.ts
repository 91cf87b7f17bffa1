/** Ways in to voluntary offers. */
import { z } from 'zod'
import { Id } from '../../common.ts'
import { route } from '../../route.ts'
import * as s from './schema.ts'

const byId = z.strictObject({ id: Id })
const path = '/council/offers'
const takings = '/council/takings/:id'

export const listOffers = route({
  method: 'GET',
  path,
  summary: 'What members and partners offer, newest first; with `open`, what can be taken up today',
  access: 'council.read',
  audit: 'offers.listed',
  query: s.OfferFilter,
  response: s.OfferPage,
  offline: 'keep',
})
export const makeOffer = route({
  method: 'POST',
  path,
  summary: 'Offer something for one’s state or organisation',
  access: 'council.speak',
  audit: 'offer.made',
  body: s.MakeOffer,
  response: s.Offer,
  status: 201,
  versioned: true,
})
export const getOffer = route({
  method: 'GET',
  path: `${path}/:id`,
  summary: 'One offer with who took it up and how it went',
  access: 'council.read',
  audit: 'offer.read',
  params: byId,
  response: s.Offer,
  versioned: true,
  offline: 'keep',
})
export const changeOffer = route({
  method: 'PUT',
  path: `${path}/:id`,
  summary: 'Change one’s offer',
  access: 'council.speak',
  audit: 'offer.changed',
  params: byId,
  body: s.ChangeOffer,
  response: s.Offer,
  versioned: true,
})
export const withdrawOffer = route({
  method: 'POST',
  path: `${path}/:id/withdrawal`,
  summary: 'Take one’s offer back; who took it up is told',
  access: 'council.speak',
  audit: 'offer.withdrawn',
  params: byId,
  body: s.WithReason,
  response: s.Offer,
  versioned: true,
})
export const takeUpOffer = route({
  method: 'POST',
  path: `${path}/:id/takings`,
  summary: 'Take an offer up for one’s state or organisation',
  access: 'council.speak',
  audit: 'offer.taken-up',
  params: byId,
  body: s.TakeUp,
  response: s.Offer,
  status: 201,
  versioned: true,
})
export const decideTaking = route({
  method: 'POST',
  path: `${takings}/decision`,
  summary: 'Whoever offered confirms, or declines with a reason',
  access: 'council.speak',
  audit: 'offer.decided',
  params: byId,
  body: s.DecideTaking,
  response: s.Offer,
  versioned: true,
})
export const withdrawTaking = route({
  method: 'POST',
  path: `${takings}/withdrawal`,
  summary: 'Whoever took it up thinks better of it',
  access: 'council.speak',
  audit: 'offer.taking-withdrawn',
  params: byId,
  body: s.WithReason,
  response: s.Offer,
  versioned: true,
})
export const reportTaking = route({
  method: 'POST',
  path: `${takings}/reports`,
  summary: 'Either side says how it went',
  access: 'council.speak',
  audit: 'offer.reported',
  params: byId,
  body: s.ReportTaking,
  response: s.Offer,
  status: 201,
  versioned: true,
})
