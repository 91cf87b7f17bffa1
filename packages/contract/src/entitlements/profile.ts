/**
 * What can be claimed in one state, as reviewed data of its profile. Titles and who it is meant for are of common knowledge; the law behind it
 * is named only where somebody has read it. It says where to look and decides nothing.
 */
import { z } from 'zod'
import { DeskKind } from '../casework/obstacles.ts'
import { MultiText, paragraph } from '../common.ts'

const word = z.string().regex(/^[a-z][a-z0-9-]{0,60}$/, 'word')
const age = z.number().int().min(0).max(120)

/** For whom it is meant, beside the age: whether that is so, a person says. */
export const meantFor = ['everybody', 'carer', 'disability', 'lost-parent', 'jobless', 'low-income'] as const
/** Who helps a family to get it. */
export const helpers = ['worker', 'lawyer', 'doctor', 'teacher'] as const

export const Entitlement = z
  .strictObject({
    code: word,
    title: MultiText,
    fromAge: age.optional(),
    untilAge: age.optional(),
    whose: z.enum(meantFor),
    /** Where it is asked for. */
    desk: DeskKind,
    helper: z.enum(helpers),
    /** Types of documents of the same profile. */
    papers: z.array(word).max(8),
    /** The law, where somebody has read it: a legal basis of the same profile. */
    basis: word.optional(),
    source: z.url({ protocol: /^https?$/ }).optional(),
    note: paragraph(600).optional(),
    verified: z.boolean(),
  })
  .refine(one => !one.verified || (one.source !== undefined && one.basis !== undefined), 'source-missing')
  .refine(one => (one.fromAge ?? 0) <= (one.untilAge ?? 120), 'period-reversed')
export type Entitlement = z.infer<typeof Entitlement>

export const EntitlementList = z.strictObject({
  /** Days after which what was asked and not given is told to the supervisor. */
  waitDays: z.number().int().min(1).max(365),
  items: z
    .array(Entitlement)
    .min(1)
    .max(60)
    .refine(all => new Set(all.map(one => one.code)).size === all.length, 'twice'),
})
export type EntitlementList = z.infer<typeof EntitlementList>

/** Whom the age of a person can concern: where it is not known, it may. */
export const fitsAge = (
  { fromAge = 0, untilAge = 120 }: Pick<Entitlement, 'fromAge' | 'untilAge'>,
  ages: { from: number; to: number } | undefined,
): boolean => !ages || (ages.to >= fromAge && ages.from <= untilAge)
