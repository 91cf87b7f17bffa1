/**
 * The lead of an invented operation writes down what was learnt and offers it to the library. In one state a second person has let it
 * go already, and it lies at the hub as a draft; elsewhere it waits for that person.
 */
import { decideApproval, getApproval } from '@kerege/contract/approvals/routes'
import { lessonOffers, offerLessons } from '@kerege/contract/lessons/routes'
import { addLesson } from '@kerege/contract/repatriation/operations/preparingRoutes'
import { listOperations } from '@kerege/contract/repatriation/operations/routes'
import { newId } from '../platform/ids.ts'
import type { RegionNode } from '../region/region.ts'
import { enter } from './council.ts'
import { lessonTexts } from './lessonTexts.ts'
import { states } from './states.ts'
import type { DemoNode, DemoState } from './types.ts'

const letGo: DemoState = 'kz'

/** Safe to repeat: what was offered stays. */
export async function fillLessons(node: RegionNode, demo: DemoNode, state: DemoState): Promise<void> {
  const byRole = (role: string) => demo.accounts.find(one => one.role === role && one.door)
  const [lead, coordinator] = [byRole('operationLead'), byRole('nationalCoordinator')]
  if (!lead || !coordinator) return
  const asLead = await enter(node.running, lead)
  const { rows } = (await asLead(listOperations, { query: { state: 'planned', limit: 1 } })).body
  const [operation] = rows
  if (!operation) return
  const params = { id: operation.id }
  if ((await asLead(lessonOffers, { params })).body.rows.length > 0) return
  const { learnt, offer, reason } = lessonTexts[state]
  for (const lesson of learnt) await asLead(addLesson, { params, body: { id: newId(), ...lesson } })
  const body = { id: newId(), language: states[state].language, texts: offer, reason }
  const [made] = (await asLead(offerLessons, { params, body })).body.rows
  if (state !== letGo || !made?.approvalId) return
  const asSecond = await enter(node.running, coordinator)
  const asked = await asSecond(getApproval, { params: { id: made.approvalId } })
  await asSecond(
    decideApproval,
    { params: { id: made.approvalId }, body: { verdict: 'approved' } },
    asked.etag ? { ifMatch: asked.etag } : {},
  )
}
