/** What a sheet or a filled-in form would become, before anything is written. */
import { z } from 'zod'

export const ImportReport = z.strictObject({
  kind: z.enum(['sheet', 'form']),
  drafts: z.number().int(),
  /** Already among the importer's own practices, by title. */
  same: z.number().int(),
  leftOut: z.number().int(),
  rows: z.array(
    z.strictObject({
      /** As the sheet counts; 1 for a form. */
      row: z.number().int(),
      outcome: z.enum(['draft', 'same', 'left-out']),
      title: z.string(),
      /** Fields that a review will ask for and that are empty. */
      missing: z.array(z.string()),
    }),
  ),
  faults: z.array(
    z.strictObject({
      row: z.number().int(),
      /** Letter of the column; empty in a form. */
      column: z.string(),
      /** `title_kk`, `domains`: a column of ours. */
      field: z.string(),
      code: z.string(),
    }),
  ),
  moreFaults: z.number().int(),
  /** Headings that nobody reads. */
  unread: z.array(z.string()),
  /** Of what would be done. What is confirmed is this and nothing else. */
  seen: z.string(),
})
export type ImportReport = z.infer<typeof ImportReport>
