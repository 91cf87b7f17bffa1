/**
 * Plans of others that actions and sessions serve: a pillar of the Joint Plan of Action, a roadmap of two states. They are named as
 * people enter them and have no register of their own; spellings that differ in spaces or case alone are one plan. Pure.
 */
import { z } from 'zod'
import { ActionRow } from './actions.ts'
import { line } from '../common.ts'
import { SessionRow } from './schema.ts'

export const PlanName = line(300)

/** What spellings of one plan have in common. */
export const planKey = (name: string): string =>
  name.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase()

export const PlanRow = z.strictObject({
  /** As it was entered first. */
  name: z.string(),
  actions: z.number().int(),
  done: z.number().int(),
  late: z.number().int(),
  sessions: z.number().int(),
})
export type PlanRow = z.infer<typeof PlanRow>
export const Plans = z.strictObject({ rows: z.array(PlanRow) })

export const Plan = z.strictObject({
  name: z.string(),
  actions: z.array(ActionRow),
  /** From which its actions come, each once. */
  decisions: z.array(ActionRow.shape.decision.unwrap()),
  sessions: z.array(SessionRow),
})
export type Plan = z.infer<typeof Plan>
