/** What an authority asks for in writing. Whoever works with the family prepares an answer; others decide that anything leaves. */
import { z } from 'zod'
import { Id, Instant, Language, line, page, pageQuery, paragraph, PlainDate, Reason } from '../common.ts'
import { Colleague } from '../tasks/schema.ts'
import { ToldField, Tell } from './tellingSchema.ts'

/** `asked`: a second person decides. */
export const requestStates = ['recorded', 'asked', 'released', 'refused'] as const

const facts = {
  /** Number or sign of the letter, and its day. */
  paper: line(120),
  paperOn: PlainDate,
  /** The law that they name. */
  legalBasis: line(300),
  /** What they ask for, in a few words. */
  asks: paragraph(1000),
  due: PlainDate,
  documentId: Id.optional(),
}
export const RecordRequest = z
  .strictObject({
    /** Made by the device, so that a repeated command makes one. */
    id: Id,
    contactId: Id,
    ...facts,
  })
  .refine(one => one.paperOn <= one.due, { path: ['due'], message: 'period-reversed' })
export type RecordRequest = z.infer<typeof RecordRequest>

export const RequestRow = z.strictObject({
  id: Id,
  version: z.number().int(),
  personId: Id,
  person: z.string(),
  contact: z.strictObject({ id: Id, organisation: z.string() }),
  ...facts,
  state: z.enum(requestStates),
  by: Colleague,
  recordedAt: Instant,
  closed: z.strictObject({ at: Instant, by: Colleague }).optional(),
})
export type RequestRow = z.infer<typeof RequestRow>

export const AuthorityRequest = RequestRow.extend({
  /** Why it is answered so, or why it was refused. */
  reason: z.string().optional(),
  /** What is proposed to be released, or was, as far as its sections are open to the reader. */
  fields: z.array(z.strictObject({ field: ToldField, value: z.string() })),
  notShown: z.number().int(),
  /** The decision that waits for a second person. */
  approvalId: Id.optional(),
  /** What was released, in the register of sharing. */
  disclosureId: Id.optional(),
  mayAnswer: z.boolean(),
  /** What the file says of each field that an authority can be told at all; for whoever answers. */
  offered: z.array(
    z.strictObject({ field: ToldField, from: z.enum(['register', 'words']), value: z.string().optional() }),
  ),
})
export type AuthorityRequest = z.infer<typeof AuthorityRequest>

export const RequestFilter = z.strictObject({
  ...pageQuery,
  personId: Id.optional(),
  /** Without it those that wait. */
  state: z.enum(requestStates).optional(),
})
export type RequestFilter = z.infer<typeof RequestFilter>
export const RequestPage = page(RequestRow)

export const ProposeRelease = z.strictObject({
  /** The version that was read: somebody who did not see what happened since is told so first. */
  seen: z.number().int().min(1),
  language: Language,
  fields: Tell.shape.fields,
  reason: Reason,
})
export type ProposeRelease = z.infer<typeof ProposeRelease>

export const RefuseRequest = z.strictObject({ seen: z.number().int().min(1), reason: Reason })
export type RefuseRequest = z.infer<typeof RefuseRequest>
