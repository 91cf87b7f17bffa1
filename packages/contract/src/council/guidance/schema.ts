/** At the hub: an adopted decision marked as guidance for the nodes, and what states say of putting it into practice. */
import { z } from 'zod'
import { Id, Instant, Language, MultiText, Reason } from '../../common.ts'
import { Domain, Domains } from '../../domains.ts'
import { guidanceStates, useStates } from '../../guidance/rules.ts'
import { Ages } from '../../guidance/schema.ts'
import { PartyName } from '../schema.ts'

const Other = z.strictObject({ id: Id, decisionId: Id, symbol: z.string(), title: MultiText })

export const GuidanceMark = z.strictObject({
  id: Id,
  version: z.number().int(),
  state: z.enum(guidanceStates),
  domains: z.array(Domain),
  ages: Ages,
  note: MultiText.optional(),
  reason: z.string().optional(),
  at: Instant,
  replaces: Other.optional(),
  replacedBy: Other.optional(),
})
export type GuidanceMark = z.infer<typeof GuidanceMark>

export const PracticeStatement = z.strictObject({
  party: PartyName,
  state: z.enum(useStates),
  language: Language,
  words: z.string().optional(),
  at: Instant,
})
export type PracticeStatement = z.infer<typeof PracticeStatement>

export const DecisionGuidance = z.strictObject({
  mark: GuidanceMark.optional(),
  /** The last word of each state. */
  statements: z.array(PracticeStatement),
})
export type DecisionGuidance = z.infer<typeof DecisionGuidance>

export const GuidanceInForce = z.strictObject({ rows: z.array(Other) })

const content = { domains: Domains, ages: Ages, note: MultiText.optional() }
export const MarkGuidance = z.strictObject({ id: Id, ...content, replacesId: Id.optional() })
export const ChangeGuidance = z.strictObject({ version: z.number().int(), ...content })
export const WithdrawGuidance = z.strictObject({ reason: Reason })
export const StatementTaken = z.strictObject({ result: z.enum(['taken', 'known']) })
