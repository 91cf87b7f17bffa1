/** What a case asks before the work begins, through HTTP: needs that were looked at, and a plan that the family agreed. */
import { decideApproval, getApproval } from '@kerege/contract/approvals/routes'
import { finishAssessment, startAssessment } from '@kerege/contract/assessments/routes'
import { actOnPlan, agreePlan, beginPlan, saveGoal } from '@kerege/contract/plans/routes'
import type { SaveGoal } from '@kerege/contract/plans/schema'
import { newId } from '../platform/ids.ts'
import type { Somebody, World } from './world.ts'

export async function lookedAt(w: World, worker: Somebody, personId: string): Promise<void> {
  const id = newId()
  const body = { id, instrument: 'needs', about: 'child' as const }
  const form = await w.as(worker)(startAssessment, { params: { id: personId }, body })
  const levels = Object.fromEntries(
    form.body.writable.map(domain => [domain, { level: 2 as const, reason: 'Seen at home' }]),
  )
  const done = await w.as(worker)(finishAssessment, { params: { id }, body: { levels } }, { ifMatch: '"1"' })
  if (done.status !== 200) throw new Error(`needs not looked at: ${JSON.stringify(done.body)}`)
}

/** In force, with one goal and what is done for it. */
export async function planned(
  w: World,
  worker: Somebody,
  lead: Somebody,
  caseId: string,
  actions: SaveGoal['actions'] = [],
): Promise<void> {
  const id = newId()
  await w.as(worker)(beginPlan, { params: { id: caseId }, body: { id, kind: 'individual' } })
  const goal = { thread: newId(), domain: 'education' as const, words: 'School', language: 'kk', actions }
  await w.as(worker)(saveGoal, { params: { id }, body: { ...goal, target: 'Every day', due: '2099-01-01' } })
  const yes = { by: 'guardian' as const, who: 'mother', how: 'spoken' as const, child: 'agrees' as const }
  await w.as(worker)(agreePlan, { params: { id }, body: { ...yes, id: newId(), on: '2020-01-01' } })
  const asked = await w.as(worker)(actOnPlan, {
    params: { id },
    body: { act: 'ask', reason: 'Agreed at home' },
  })
  const approval = asked.body.plans[0]?.approvalId ?? ''
  const { etag = '"1"' } = await w.as(lead)(getApproval, { params: { id: approval } })
  const decided = await w.as(lead)(
    decideApproval,
    { params: { id: approval }, body: { verdict: 'approved' } },
    { ifMatch: etag },
  )
  if (decided.status !== 200) throw new Error(`no plan: ${JSON.stringify(decided.body)}`)
}
