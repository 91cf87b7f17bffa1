/** Where the Council cites practices: in a decision, an action, a document, a session, an indicator. */
import { z } from 'zod'
import { Id, Instant, line, MultiText } from '../../common.ts'
import { PracticeRef } from '../../practices/adoption/schema.ts'

export const citingKinds = ['decision', 'action', 'document', 'session', 'indicator'] as const
export type CitingKind = (typeof citingKinds)[number]

const Citing = z.strictObject({ kind: z.enum(citingKinds), id: Id })
export type Citing = z.infer<typeof Citing>

export const Citation = z.strictObject({
  id: Id,
  practice: PracticeRef,
  source: Citing.extend({ title: MultiText, symbol: z.string().optional() }),
  /** Where in it: "item 4". */
  part: z.string().optional(),
  at: Instant,
})
export type Citation = z.infer<typeof Citation>
export const Citations = z.strictObject({ rows: z.array(Citation), mayCite: z.boolean() })

/** One end of them: a practice, or what cites it. */
export const CitationFilter = z
  .strictObject({ practiceId: Id.optional(), kind: z.enum(citingKinds).optional(), id: Id.optional() })
  .refine(
    ({ practiceId, kind, id }) => (practiceId !== undefined) !== (kind !== undefined && id !== undefined),
    {
      path: ['practiceId'],
      message: 'one-end',
    },
  )
export const Cite = z.strictObject({ id: Id, practiceId: Id, source: Citing, part: line(80).optional() })
