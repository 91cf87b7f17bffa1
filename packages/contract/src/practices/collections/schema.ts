/** Practices put together: for all by those who moderate, by an author for colleagues, and by anybody for themselves alone. */
import { z } from 'zod'
import { Id, Instant, MultiText, page, pageQuery } from '../../common.ts'
import { Domain, Domains } from '../../domains.ts'
import { impersonal, impersonalTexts } from '../../personalData.ts'
import { PracticeRef, Uses } from '../adoption/schema.ts'

/** Code of a body of the Council: `WG.PSS`. */
const GroupCode = z.string().regex(/^[A-Z][A-Z0-9.-]{0,29}$/)

export const CollectionRow = z.strictObject({
  id: Id,
  version: z.number().int(),
  title: MultiText,
  about: MultiText.optional(),
  domains: z.array(Domain),
  group: z.string().optional(),
  curated: z.boolean(),
  shared: z.boolean(),
  by: z.string(),
  /** Of what is open to the reader. */
  size: z.number().int(),
  updatedAt: Instant,
})
export type CollectionRow = z.infer<typeof CollectionRow>

export const CollectionItem = z.strictObject({
  practice: PracticeRef,
  summary: MultiText.optional(),
  uses: Uses.optional(),
})
export type CollectionItem = z.infer<typeof CollectionItem>
export const Collection = CollectionRow.extend({ items: z.array(CollectionItem), mayChange: z.boolean() })
export type Collection = z.infer<typeof Collection>

export const CollectionFilter = z.strictObject({
  ...pageQuery,
  domain: Domain.optional(),
  group: GroupCode.optional(),
  curated: z.stringbool().optional(),
  mine: z.stringbool().optional(),
})
export type CollectionFilter = z.infer<typeof CollectionFilter>
export const CollectionPage = page(CollectionRow)

const content = {
  title: impersonalTexts(MultiText),
  about: impersonalTexts(MultiText).optional(),
  domains: Domains,
  group: GroupCode.optional(),
  shared: z.boolean(),
  practiceIds: z
    .array(Id)
    .max(100)
    .refine(list => new Set(list).size === list.length, 'twice'),
}
export const MakeCollection = z.strictObject({ id: Id, curated: z.boolean(), ...content })
export const ChangeCollection = z.strictObject(content)

/** What one keeps, in one's own order, with a note that nobody else reads. */
export const KeptItem = z.strictObject({
  practice: PracticeRef,
  summary: MultiText.optional(),
  note: z.string().optional(),
  at: Instant,
})
export type KeptItem = z.infer<typeof KeptItem>
export const KeptList = z.strictObject({ rows: z.array(KeptItem) })
/** Absent: the list of all that one keeps. */
export const KeptFilter = z.strictObject({ sessionId: Id.optional() })
export const Keep = z.strictObject({ sessionId: Id.optional(), note: impersonal(4000).optional() })
export const OrderKept = z.strictObject({ sessionId: Id.optional(), practiceIds: z.array(Id).max(500) })
