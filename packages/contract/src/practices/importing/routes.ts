/** Practices from a sheet or a Word form, as drafts of whoever brings them: looked at first, then taken whole or not at all. */
import { z } from 'zod'
import { Language } from '../../common.ts'
import { route } from '../../route.ts'
import { ImportReport } from './schema.ts'

const file = { body: z.instanceof(Uint8Array), consumes: 'application/octet-stream' } as const

export const practiceForm = route({
  method: 'GET',
  path: '/practices/import/form',
  summary: 'The empty form for practices, as a sheet or as a Word file, with headings in a language',
  access: 'practices.write',
  audit: 'practices.form-taken',
  query: z.strictObject({ as: z.enum(['docx', 'xlsx']), language: Language }),
  response: z.undefined(),
  produces: 'application/octet-stream',
})
export const previewPractices = route({
  method: 'POST',
  path: '/practices/import/preview',
  summary: 'Read a sheet (XLSX, CSV) or a form (DOCX) and say what would become of it; nothing is written',
  access: 'practices.write',
  audit: 'practices.import-previewed',
  ...file,
  response: ImportReport,
})
export const importPractices = route({
  method: 'POST',
  path: '/practices/import',
  summary: 'Make the drafts that the preview has shown, if it would still be the same',
  access: 'practices.write',
  audit: 'practices.imported',
  query: z.strictObject({ seen: z.string().max(100) }),
  ...file,
  response: ImportReport,
})
