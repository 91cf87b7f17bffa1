/** Ways in to transfers: of who hands a case over, and of who is asked to take it. */
import { z } from 'zod'
import { Id } from '../common.ts'
import { route } from '../route.ts'
import {
  AcceptOffer,
  AskTransfer,
  CaseTransfers,
  DeclineOffer,
  Offer,
  OfferFilter,
  OfferPage,
  TakeBack,
  TransferPlaces,
  TransfersToday,
} from './schema.ts'

const byId = z.strictObject({ id: Id })

export const caseTransfers = route({
  method: 'GET',
  path: '/cases/:id/transfers',
  summary: 'To whom a case was offered, and what came of it',
  access: 'cases.read',
  audit: 'transfers.read',
  params: byId,
  response: CaseTransfers,
  offline: 'keep',
})
export const transferPlaces = route({
  method: 'GET',
  path: '/transfers/places',
  summary: 'Teams and agencies of this node that can take a case over',
  access: 'cases.work',
  audit: null,
  response: TransferPlaces,
})
/** Nothing moves: the case keeps its owner until the other side says yes. */
export const askTransfer = route({
  method: 'POST',
  path: '/cases/:id/transfers',
  summary: 'Ask another team or agency to take a case over',
  access: 'cases.work',
  audit: 'transfer.asked',
  params: byId,
  body: AskTransfer,
  response: CaseTransfers,
  status: 201,
})
export const takeBackTransfer = route({
  method: 'POST',
  path: '/transfers/:id/take-back',
  summary: 'Take the question back while nobody has answered',
  access: 'cases.work',
  audit: 'transfer.taken-back',
  params: byId,
  body: TakeBack,
  response: CaseTransfers,
})
export const noteTransfer = route({
  method: 'POST',
  path: '/transfers/:id/noted',
  summary: 'I have read that it was declined, or stopped',
  access: 'cases.work',
  audit: 'transfer.noted',
  params: byId,
  response: z.strictObject({ id: Id }),
})
export const transfersToday = route({
  method: 'GET',
  path: '/transfers/today',
  summary: 'Transfers of mine that came back, or that nobody has answered',
  access: 'cases.work',
  audit: 'transfers.today',
  response: TransfersToday,
})
export const listOffers = route({
  method: 'GET',
  path: '/offered',
  summary: 'Cases that another team or agency offers to mine, the nearest day first',
  access: 'transfers.answer',
  audit: 'transfers.offered',
  query: OfferFilter,
  response: OfferPage,
})
export const getOffer = route({
  method: 'GET',
  path: '/offered/:id',
  summary: 'One case that is offered: why, and what was told',
  access: 'transfers.answer',
  audit: 'transfer.offer-read',
  params: byId,
  response: Offer,
})
export const acceptOffer = route({
  method: 'POST',
  path: '/offered/:id/accept',
  summary: 'Take the case over, with what is still to be done for the family',
  access: 'transfers.answer',
  audit: 'transfer.accepted',
  params: byId,
  body: AcceptOffer,
  response: z.strictObject({ caseId: Id }),
})
export const declineOffer = route({
  method: 'POST',
  path: '/offered/:id/decline',
  summary: 'Say no, with the reason',
  access: 'transfers.answer',
  audit: 'transfer.declined',
  params: byId,
  body: DeclineOffer,
  response: z.strictObject({ id: Id }),
})
