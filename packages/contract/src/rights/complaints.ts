/** Complaints as shapes. Whoever brings one needs no name and no number of a file, and keeps a code to ask what became of it. */
import { z } from 'zod'
import { Id, Instant, Language, line, page, pageQuery, paragraph, PlainDate } from '../common.ts'
import { Colleague } from '../tasks/schema.ts'
import { complaintActs, complaintStates, outcomes } from './states.ts'

/** How one was treated, help refused, waited too long, told on, asked for money or favours, pressed, treated unlike others, a decision. */
export const complaintKinds = [
  'treated',
  'refused',
  'waiting',
  'told-on',
  'paid',
  'pressed',
  'unequal',
  'decision',
  'other',
] as const
export type ComplaintKind = (typeof complaintKinds)[number]
export const complaintWays = ['page', 'worker', 'letter', 'phone'] as const
export const complainants = ['self', 'carer', 'relative', 'other'] as const

/** Letters and digits that nobody mistakes for one another (Crockford’s alphabet), twelve of them: sixty bits. */
export const receiptLetters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const whole = new RegExp(`^[${receiptLetters}]{12}$`)
/** As somebody reads it from a paper: in any case, with spaces or lines, O for nought and I or L for one. */
export const ReceiptCode = z
  .string()
  .max(40)
  .overwrite(text => text.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1'))
  .refine(text => whole.test(text), 'receipt-code')

const told = {
  /** Made by the device, so that one that is sent twice is one. */
  id: Id,
  /** Made by the device too: an answer that gets lost on the way takes no code with it. */
  code: ReceiptCode,
  kind: z.enum(complaintKinds),
  words: paragraph(4000),
  who: z.enum(complainants),
  name: line(200).optional(),
  reach: line(200).optional(),
  language: Language,
}
export const Complain = z.strictObject(told)
export type Complain = z.infer<typeof Complain>

export const RecordComplaint = z.strictObject({
  ...told,
  way: z.enum(complaintWays).exclude(['page']),
  personId: Id.optional(),
  /** Who it is about, where that is known: they and their line never see it. */
  aboutId: Id.optional(),
})
export type RecordComplaint = z.infer<typeof RecordComplaint>

/** What somebody takes home. */
export const Receipt = z.strictObject({ code: z.string(), acknowledgedBy: PlainDate, answeredBy: PlainDate })
export type Receipt = z.infer<typeof Receipt>

/** What the code opens: nothing of who it is about, nothing of who handles it. */
export const ComplaintByCode = z.strictObject({
  kind: z.enum(complaintKinds),
  state: z.enum(complaintStates),
  receivedOn: PlainDate,
  /** Until then somebody answers; or one may still say that the answer is not enough. */
  due: PlainDate.optional(),
  outcome: z.enum(outcomes).optional(),
  answer: z.string().optional(),
  answeredOn: PlainDate.optional(),
  mayAppeal: z.boolean(),
})
export type ComplaintByCode = z.infer<typeof ComplaintByCode>
export const AskByCode = z.strictObject({ code: ReceiptCode })
export const AppealByCode = z.strictObject({ code: ReceiptCode, words: paragraph(4000) })

export const ComplaintRow = z.strictObject({
  id: Id,
  version: z.number().int(),
  kind: z.enum(complaintKinds),
  way: z.enum(complaintWays),
  who: z.enum(complainants),
  name: z.string().optional(),
  state: z.enum(complaintStates),
  receivedOn: PlainDate,
  due: PlainDate.optional(),
  late: z.boolean(),
  about: Colleague.optional(),
})
export type ComplaintRow = z.infer<typeof ComplaintRow>

export const ComplaintStep = z.strictObject({
  what: z.enum(complaintActs).or(z.enum(['received', 'appealed', 'closed'])),
  words: z.string().optional(),
  outcome: z.enum(outcomes).optional(),
  by: Colleague.optional(),
  at: Instant,
})
export const Complaint = ComplaintRow.extend({
  /** Absent once the person was erased. */
  words: z.string().optional(),
  reach: z.string().optional(),
  language: Language,
  agency: z.string().optional(),
  recordedBy: Colleague.optional(),
  outcome: z.enum(outcomes).optional(),
  answer: z.string().optional(),
  answeredOn: PlainDate.optional(),
  steps: z.array(ComplaintStep),
  /** What may follow; a review is for somebody else than who answered. */
  acts: z.array(z.enum(complaintActs)),
  /** Somebody else answers the appeal. */
  needsOther: z.boolean(),
})
export type Complaint = z.infer<typeof Complaint>

export const ComplaintFilter = z.strictObject({
  ...pageQuery,
  state: z.enum(complaintStates).optional(),
  kind: z.enum(complaintKinds).optional(),
  /** Without it those that are not closed. */
  of: z.enum(['open', 'all']).default('open'),
})
export type ComplaintFilter = z.infer<typeof ComplaintFilter>
export const ComplaintPage = page(ComplaintRow)

export const ComplaintAct = z
  .strictObject({
    id: Id,
    /** The version that was read: somebody who did not see what happened since is told so first. */
    seen: z.number().int().min(1),
    act: z.enum(complaintActs),
    words: paragraph(4000).optional(),
    outcome: z.enum(outcomes).optional(),
    kind: z.enum(complaintKinds).optional(),
    aboutId: Id.optional(),
  })
  .superRefine((one, context) => {
    const fault = (at: string) => context.addIssue({ code: 'custom', path: [at], message: 'required' })
    if ((one.act === 'answered' || one.act === 'noted') && !one.words) fault('words')
    if (one.act === 'answered' && !one.outcome) fault('outcome')
    if (one.act === 'sorted' && !one.kind) fault('kind')
  })
export type ComplaintAct = z.infer<typeof ComplaintAct>

/** By kind, of one year. */
export const ComplaintCounts = z.strictObject({
  year: z.number().int(),
  rows: z.array(
    z.strictObject({
      kind: z.enum(complaintKinds),
      received: z.number().int(),
      open: z.number().int(),
      answered: z.number().int(),
      /** Of those answered: found right, wholly or in part. */
      right: z.number().int(),
      late: z.number().int(),
    }),
  ),
})
export type ComplaintCounts = z.infer<typeof ComplaintCounts>

/** Whom families turn to, and how long an answer takes: hangs on the wall. */
export const Officer = z.strictObject({
  name: line(200),
  reach: line(300),
  hours: line(200).optional(),
})
export type Officer = z.infer<typeof Officer>
export const SaveOfficer = Officer.extend({ seen: z.number().int().min(0) })
export const RightsSheet = z.strictObject({
  officer: Officer.extend({ version: z.number().int() }).optional(),
  days: z.strictObject({
    acknowledge: z.number().int(),
    answer: z.number().int(),
    appeal: z.number().int(),
  }),
  /** Where this node stands, for a code that a phone reads. */
  address: z.string(),
})
export type RightsSheet = z.infer<typeof RightsSheet>
