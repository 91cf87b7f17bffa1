/** A FHIR file that somebody brings: looked at first, then taken in, and what was made of it. */
import { z } from 'zod'
import { Compartment } from '../access/compartments.ts'
import { AreaCode, Id, Instant, Reason } from '../common.ts'
import { BirthDate, FoundPerson, Sex } from '../people/schema.ts'
import { Colleague } from '../tasks/schema.ts'
import { toldKinds } from './divide.ts'

/** As JSON, read by our own rules: whatever is in it is judged there. */
const Bundle = z.record(z.string(), z.unknown())

export const LookAtFhir = z.strictObject({ bundle: Bundle })
export const FhirLook = z.strictObject({
  sender: z.string().optional(),
  /** What is wrong, by where it stands; a file with faults is not taken in. */
  faults: z.array(z.strictObject({ path: z.string(), code: z.string() })),
  moreFaults: z.number().int(),
  /** What this program has no place for. */
  skipped: z.array(z.strictObject({ type: z.string(), n: z.number().int() })),
  /** Whom it is about; absent where that cannot be read. */
  person: z
    .strictObject({ name: z.string(), birth: BirthDate, sex: Sex, area: AreaCode.optional() })
    .optional(),
  /** Who on the register looks like them, as far as they are open to the asker. */
  alike: z.array(FoundPerson),
  /** The asker has taken in this very file, and it stands. */
  before: z.strictObject({ personId: Id, at: Instant }).optional(),
  relatives: z.number().int(),
  goals: z.number().int(),
  /** What would be kept as told by the sender. */
  told: z.array(z.strictObject({ kind: z.enum(toldKinds), n: z.number().int() })),
})
export type FhirLook = z.infer<typeof FhirLook>

export const TakeFhir = z.strictObject({
  /** Made by the device, so that a repeated command takes in once. */
  id: Id,
  bundle: Bundle,
  /** Where the person lives here; not asked of somebody who is on the register. */
  area: AreaCode.optional(),
  /** It is this person of the register. */
  personId: Id.optional(),
  /** Those who look alike and were said to be others. */
  notSame: z.array(Id).max(50).default([]),
})
export type TakeFhir = z.infer<typeof TakeFhir>
export const TakenFhir = z.strictObject({ id: Id, personId: Id, caseId: Id.optional() })
export type TakenFhir = z.infer<typeof TakenFhir>

export const FhirImport = z.strictObject({
  id: Id,
  at: Instant,
  by: Colleague,
  sender: z.string().optional(),
  /** The person was put on the register by it. */
  madePerson: z.boolean(),
  mayUndo: z.boolean(),
  /** As the sender told it, as far as the sections are open to the reader. */
  told: z.array(
    z.strictObject({
      id: Id,
      kind: z.enum(toldKinds),
      section: Compartment,
      content: z.record(z.string(), z.unknown()),
    }),
  ),
})
export type FhirImport = z.infer<typeof FhirImport>
export const PersonFhirImports = z.strictObject({ rows: z.array(FhirImport) })
export type PersonFhirImports = z.infer<typeof PersonFhirImports>
export const UndoFhir = z.strictObject({ reason: Reason })
