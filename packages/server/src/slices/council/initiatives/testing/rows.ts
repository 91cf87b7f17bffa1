/** Rows for tests of the matrix. */
import { listPillars } from '@kerege/contract/council/initiatives/routes'
import type { AddInitiative } from '@kerege/contract/council/initiatives/schema'
import { newId } from '../../../../platform/ids.ts'
import { type Hub, said } from '../../testing/hub.ts'

export async function pillarIds({ w, secretariat }: Hub): Promise<string[]> {
  return (await w.as(secretariat)(listPillars, {})).body.rows.map(one => one.id)
}

export const draftOf = (h: Hub, pillarId: string, more: Partial<AddInitiative> = {}): AddInitiative => ({
  id: newId(),
  pillarId,
  title: said('Courses for school psychologists'),
  leadId: h.party('UNDP'),
  partnerIds: [],
  places: ['KZ'],
  status: 'running',
  kind: 'training',
  groups: ['professionals'],
  from: '2026-01-01',
  to: '2026-12-31',
  plans: [],
  actionIds: [],
  decisionIds: [],
  public: false,
  ...more,
})
