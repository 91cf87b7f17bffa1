/** What follows from decisions: owner, day, measure, what the owner reports; and what was promised and not done. */
import { z } from 'zod'
import { Id, Instant, line, MultiText, page, pageQuery, paragraph, PlainDate } from '../common.ts'
import { PartyName } from './schema.ts'

export const actionStates = ['open', 'under-way', 'done', 'dropped'] as const
export type ActionState = (typeof actionStates)[number]

const next: Readonly<Record<ActionState, readonly ActionState[]>> = {
  open: ['open', 'under-way', 'done', 'dropped'],
  'under-way': ['under-way', 'done', 'dropped'],
  // Said too early: an owner may take it back, and both stay in the reports.
  done: ['under-way'],
  dropped: ['open'],
}
export const actionMayBecome = (from: ActionState, to: ActionState): boolean => next[from].includes(to)
export const nextActionStates = (from: ActionState): readonly ActionState[] => next[from]

/** Past its day and neither done nor dropped. The day itself is not late yet. */
export const isLate = (action: { state: ActionState; due: PlainDate }, today: PlainDate): boolean =>
  (action.state === 'open' || action.state === 'under-way') && action.due < today

const Owner = {
  party: PartyName.optional(),
  body: z.strictObject({ id: Id, code: z.string(), name: MultiText }).optional(),
}
export const ActionRow = z.strictObject({
  id: Id,
  version: z.number().int(),
  title: MultiText,
  ...Owner,
  due: PlainDate,
  state: z.enum(actionStates),
  late: z.boolean(),
  /** Sessions at which it was reported. */
  seen: z.number().int(),
  decision: z.strictObject({ id: Id, title: MultiText, symbol: z.string().optional() }).optional(),
})
export type ActionRow = z.infer<typeof ActionRow>

export const Action = ActionRow.extend({
  measure: MultiText.optional(),
  externalPlan: z.string().optional(),
  carriesOn: z.strictObject({ id: Id, title: MultiText }).optional(),
  carriedOnBy: z.array(z.strictObject({ id: Id, title: MultiText })),
  reports: z.array(
    z.strictObject({
      id: Id,
      at: Instant,
      by: z.string(),
      party: PartyName.optional(),
      state: z.enum(actionStates),
      session: z.strictObject({ id: Id, title: MultiText }).optional(),
      words: z.string(),
      evidence: z.string().optional(),
    }),
  ),
  mayReport: z.boolean(),
})
export type Action = z.infer<typeof Action>

export const ActionFilter = z.strictObject({
  ...pageQuery,
  state: z.enum(actionStates).optional(),
  /** Promised and not done. */
  late: z.stringbool().optional(),
  /** Owned by the delegation for which the reader speaks today. */
  mine: z.stringbool().optional(),
  decisionId: Id.optional(),
  /** The name of a plan of others, in any spelling. */
  plan: line(300).optional(),
})
export type ActionFilter = z.infer<typeof ActionFilter>
export const ActionPage = page(ActionRow)
export const ActionCount = z.strictObject({ late: z.number().int() })

export const MakeAction = z
  .strictObject({
    id: Id,
    decisionId: Id.optional(),
    carriesOn: Id.optional(),
    ownerId: Id.optional(),
    bodyId: Id.optional(),
    title: MultiText,
    measure: MultiText.optional(),
    externalPlan: line(300).optional(),
    due: PlainDate,
  })
  .refine(action => (action.ownerId === undefined) !== (action.bodyId === undefined), {
    path: ['ownerId'],
    message: 'one-owner',
  })
export const ReportAction = z.strictObject({
  id: Id,
  state: z.enum(actionStates),
  words: paragraph(4000).refine(text => text.length >= 3, 'reason-too-short'),
  evidence: line(500).optional(),
  sessionId: Id.optional(),
})
