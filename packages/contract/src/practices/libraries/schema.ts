/** Libraries elsewhere that speak OAI-PMH, and their records: links out, with their source, never practices of ours. */
import { z } from 'zod'
import { Id, Instant, line, page, pageQuery, Reason } from '../../common.ts'
import { WebAddress } from '../content.ts'

export const libraryFaults = [
  'address-refused',
  'away',
  'answered',
  'too-large',
  'too-slow',
  'not-oai',
  'refused',
  'bad-token',
  'too-many',
] as const

const settings = {
  name: line(200),
  watched: z.boolean(),
  everyHours: z.number().int().min(1).max(720),
}
const SetSpec = z
  .string()
  .regex(/^[A-Za-z0-9\-_.!~*'()]+(:[A-Za-z0-9\-_.!~*'()]+)*$/, 'not-valid')
  .max(200)

export const AddLibrary = z.strictObject({
  id: Id,
  name: settings.name,
  /** Where it answers: its base address, without a question. */
  url: WebAddress.refine(text => !/[?#@]/.test(text), 'library-address'),
  set: SetSpec.optional(),
  everyHours: settings.everyHours.default(24),
})
export type AddLibrary = z.input<typeof AddLibrary>
export const ChangeLibrary = z.strictObject({ version: z.number().int(), ...settings })
export const RemoveLibrary = z.strictObject({ reason: Reason })

export const Library = z.strictObject({
  id: Id,
  name: z.string(),
  url: z.string(),
  set: z.string().optional(),
  watched: z.boolean(),
  everyHours: z.number().int(),
  records: z.number().int(),
  triedAt: Instant.optional(),
  takenAt: Instant.optional(),
  dueAt: Instant,
  fault: z.enum(libraryFaults).optional(),
  version: z.number().int(),
})
export type Library = z.infer<typeof Library>
export const Libraries = z.strictObject({ rows: z.array(Library) })

export const ExternalRecord = z.strictObject({
  id: Id,
  title: z.string(),
  url: z.string().optional(),
  creators: z.array(z.string()),
  summary: z.string().optional(),
  dated: z.string().optional(),
  language: z.string().optional(),
  subjects: z.array(z.string()),
  library: z.strictObject({ id: Id, name: z.string() }),
})
export type ExternalRecord = z.infer<typeof ExternalRecord>
export const ExternalFilter = z.strictObject({
  ...pageQuery,
  q: z.string().trim().max(200).optional(),
  library: Id.optional(),
})
export type ExternalFilter = z.output<typeof ExternalFilter>
export const ExternalPage = page(ExternalRecord)
