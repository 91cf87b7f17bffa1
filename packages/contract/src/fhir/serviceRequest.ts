/** ServiceRequest: a family that was sent somewhere. What the service was told does not go with it. */
import type { ReferralState } from '../referrals/rules.ts'
import { Referral as ReferralShape, type Referral } from './record.ts'
import { piece, type Spot } from './spot.ts'
import { concept, extension } from './systems.ts'
import type { Element, Resource } from './types.ts'

const statuses: Readonly<Record<ReferralState, string>> = {
  draft: 'draft',
  sent: 'active',
  seen: 'active',
  accepted: 'active',
  declined: 'revoked',
  'under-way': 'active',
  delivered: 'completed',
  'not-delivered': 'revoked',
  confirmed: 'completed',
  stopped: 'revoked',
  'called-off': 'revoked',
}

export const referralOf = (one: Referral, patient: Element): Resource => ({
  resourceType: 'ServiceRequest',
  language: one.language,
  extension: [extension('referral-state', 'valueCode', one.state)],
  status: statuses[one.state],
  intent: 'order',
  category: [concept('purpose', one.purpose)],
  code: { text: one.task },
  subject: patient,
  occurrencePeriod: { end: one.answerBy },
  performer: [{ display: one.service }],
})

/** Those of a plan have a goal, and are read with it. */
export const isReferral = (spot: Spot): boolean => spot.get('intent').value !== 'plan'

export const readReferral = (spot: Spot): Referral | undefined =>
  piece(spot, ReferralShape, {
    state: spot.extension('referral-state').get('valueCode').value ?? 'draft',
    purpose: spot.first('category').code('purpose'),
    language: spot.get('language'),
    task: spot.get('code').get('text'),
    answerBy: spot.get('occurrencePeriod').get('end'),
    service: spot.first('performer').get('display'),
  })
