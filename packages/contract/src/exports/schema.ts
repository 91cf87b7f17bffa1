/** Rows that leave as a file: asked for with a reason, fetched once, by the one who asked. */
import { z } from 'zod'
import { Id, Instant, Language, Reason } from '../common.ts'

/** A list is a table, a whole library an archive, a paper of work a page, a case for other programs data: none leaves as another. */
export const exportFormats = ['csv', 'xlsx', 'zip', 'pdf', 'docx', 'json'] as const
export const ExportFormat = z.enum(exportFormats)
export type ExportFormat = z.infer<typeof ExportFormat>

/** How long the address of a file may be used. */
export const exportMinutes = 10

export const AskExport = z.strictObject({
  /** Which list: `people`, `audit`. */
  of: z.string().regex(/^[a-z][a-z-]{0,39}$/, 'not-valid'),
  format: ExportFormat,
  /** The filter of that very list, as it stands in its address; the list's own schema checks it. */
  query: z.record(z.string().max(60), z.union([z.string().max(500), z.number(), z.boolean()])).default({}),
  reason: Reason,
  /** Of the headings; the asker's own where it is not said. */
  language: Language.optional(),
})
export type AskExport = z.infer<typeof AskExport>

export const ExportTicket = z.strictObject({ id: Id, url: z.string(), expiresAt: Instant })
export type ExportTicket = z.infer<typeof ExportTicket>
