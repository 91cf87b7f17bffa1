/** Acts of sharing: whom, what for, exactly what, and on what it rests. And the register of those who can be told. */
import { z } from 'zod'
import { Id, Instant, Language, line, page, pageQuery, paragraph, PlainDate, Reason } from '../common.ts'
import { Colleague } from '../tasks/schema.ts'
import { effects, toldWays } from './kinds.ts'
import { toldFields } from './recipients.ts'
import { hindrances } from './rules.ts'
import { Purpose, RecipientKind, Tellable, Voice } from './schema.ts'

export const ToldField = z.enum(toldFields)

const contactFacts = {
  kind: RecipientKind,
  organisation: line(160),
  /** Who is there, and how to reach them: of their work, never of a family. */
  person: line(120).optional(),
  reach: line(160).optional(),
}
export const SaveContact = z.strictObject({ ...contactFacts, closed: z.boolean().default(false) })
export type SaveContact = z.infer<typeof SaveContact>
export const AddContact = z.strictObject({ id: Id, ...contactFacts })
export type AddContact = z.infer<typeof AddContact>

export const Contact = z.strictObject({
  id: Id,
  version: z.number().int(),
  ...contactFacts,
  closed: z.boolean(),
  /** Acts of sharing with it that are open to the reader. */
  told: z.number().int(),
})
export type Contact = z.infer<typeof Contact>
export const ContactFilter = z.strictObject({
  ...pageQuery,
  kind: RecipientKind.optional(),
  /** Those that are still told of anything. */
  open: z.stringbool().optional(),
})
export type ContactFilter = z.infer<typeof ContactFilter>
export const ContactPage = page(Contact)

export const DisclosureRow = z.strictObject({
  id: Id,
  personId: Id,
  person: z.string(),
  contact: z.strictObject({ id: Id, organisation: z.string(), person: z.string().optional() }),
  recipient: RecipientKind,
  purpose: Purpose.optional(),
  /** What it rested on. */
  rests: z.enum(['consent', 'other-basis', 'request']),
  /** Whether that counts today. */
  effect: z.enum(effects).optional(),
  toldOn: PlainDate,
  how: z.enum(toldWays),
  by: Colleague,
  at: Instant,
})
export type DisclosureRow = z.infer<typeof DisclosureRow>

export const Disclosure = DisclosureRow.extend({
  language: Language,
  /** Exactly what was told, as far as its sections are open to the reader. */
  fields: z.array(z.strictObject({ field: ToldField, value: z.string() })),
  /** How many more lie in sections that are shut. */
  notShown: z.number().int(),
  basisWords: z.string().optional(),
  despite: z.string().optional(),
  /** On whose words it rested, each with whether they count today. */
  voices: z.array(Voice.extend({ effect: z.enum(effects) })),
})
export type Disclosure = z.infer<typeof Disclosure>

export const DisclosureFilter = z.strictObject({
  ...pageQuery,
  personId: Id.optional(),
  contactId: Id.optional(),
  recipient: RecipientKind.optional(),
  purpose: Purpose.optional(),
  mine: z.stringbool().optional(),
})
export type DisclosureFilter = z.infer<typeof DisclosureFilter>
export const DisclosurePage = page(DisclosureRow)

export const LookFirst = z.strictObject({
  contactId: Id,
  purpose: Purpose,
  language: Language,
})
/** What would be told, before anything is: each field with what the file says, and whether it may be told. */
export const Looked = z.strictObject({
  recipient: RecipientKind,
  fields: z.array(
    z.strictObject({
      field: ToldField,
      compartment: Tellable,
      from: z.enum(['register', 'words']),
      proposed: z.boolean(),
      /** What the file says today; absent where it says nothing, and of words. */
      value: z.string().optional(),
      /** Why it may not be told. */
      why: z.enum(hindrances).optional(),
    }),
  ),
  /** Somebody said no, and another basis goes on: whoever tells says why. */
  despite: z.boolean(),
  /** Who allowed which sections. */
  rests: z.array(z.strictObject({ voice: Voice, classes: z.array(Tellable) })),
  /** What of it may not be told, why, and whose no stops it. */
  missing: z.array(
    z.strictObject({ classes: z.array(Tellable), why: z.enum(hindrances), by: z.array(Voice) }),
  ),
})
export type Looked = z.infer<typeof Looked>

export const Tell = z.strictObject({
  /** Made by the device, so that a repeated command makes one. */
  id: Id,
  contactId: Id,
  purpose: Purpose,
  language: Language,
  how: z.enum(toldWays),
  fields: z
    .array(z.strictObject({ field: ToldField, words: paragraph(600).optional() }))
    .min(1)
    .max(toldFields.length)
    .refine(all => new Set(all.map(one => one.field)).size === all.length, 'twice'),
  despite: Reason.optional(),
})
export type Tell = z.infer<typeof Tell>
