/** Ways in for lists that somebody sent. Files travel as bytes; nothing of them stands in an address. */
import { z } from 'zod'
import { Id } from '../../common.ts'
import { route } from '../../route.ts'
import {
  CorrectRow,
  DecideMany,
  DecideRow,
  FinishImport,
  GoOn,
  ImportRow,
  ImportRowPage,
  ImportSummary,
  ManifestImport,
  MapImport,
  RowFilter,
  Told,
  UndoImport,
} from './imports.ts'

const byId = z.strictObject({ id: Id })
const byRow = z.strictObject({ id: Id, rowId: Id })
const access = 'repatriation.register'

export const bringManifest = route({
  method: 'POST',
  path: '/operations/:id/imports',
  summary: 'Bring a list of names (XLSX, CSV); nobody is registered by that',
  access,
  audit: 'import.brought',
  params: byId,
  /** Made by the device. */
  query: z.strictObject({ importId: Id }),
  body: z.instanceof(Uint8Array),
  consumes: 'application/octet-stream',
  response: ManifestImport,
  status: 201,
  versioned: true,
})
export const listImports = route({
  method: 'GET',
  path: '/operations/:id/imports',
  summary: 'Lists that were brought for an operation, the latest first',
  access,
  audit: 'imports.listed',
  params: byId,
  response: z.strictObject({ rows: z.array(ImportSummary) }),
})
export const getImport = route({
  method: 'GET',
  path: '/manifest-imports/:id',
  summary: 'One list: its columns, what is said of it, how far it was decided',
  access,
  audit: 'import.read',
  params: byId,
  query: Told,
  response: ManifestImport,
  versioned: true,
})
export const mapImport = route({
  method: 'PUT',
  path: '/manifest-imports/:id/map',
  summary: 'Say what the columns mean; the rows are read anew, and what was decided before is gone',
  access,
  audit: 'import.mapped',
  params: byId,
  body: MapImport,
  response: ManifestImport,
  versioned: true,
})
export const matchImport = route({
  method: 'POST',
  path: '/manifest-imports/:id/match',
  summary: 'Compare the next rows with the register; to be asked until none is left',
  access,
  audit: 'import.matched',
  params: byId,
  response: z.strictObject({ compared: z.number().int(), left: z.number().int() }),
})
export const listImportRows = route({
  method: 'GET',
  path: '/manifest-imports/:id/rows',
  summary: 'Rows of the list as the persons that they will become, with look-alikes and reasons',
  access,
  audit: 'import.rows-read',
  params: byId,
  query: RowFilter,
  response: ImportRowPage,
})
export const correctImportRow = route({
  method: 'PUT',
  path: '/manifest-imports/:id/rows/:rowId',
  summary: 'Put a row right; the text of the file stays beside it',
  access,
  audit: 'import.row-corrected',
  params: byRow,
  body: CorrectRow,
  response: ImportRow,
})
export const decideImportRow = route({
  method: 'POST',
  path: '/manifest-imports/:id/rows/:rowId/decision',
  summary: 'Accept or park a row; say whether look-alikes are the same person',
  access,
  audit: 'import.row-decided',
  params: byRow,
  body: DecideRow,
  response: ImportRow,
})
export const decideImportRows = route({
  method: 'POST',
  path: '/manifest-imports/:id/decisions',
  summary: 'Accept all rows of which nothing is to be said, or park the rest',
  access,
  audit: 'import.rows-decided',
  params: byId,
  body: DecideMany,
  response: ManifestImport,
  versioned: true,
})
export const finishImport = route({
  method: 'POST',
  path: '/manifest-imports/:id/finish',
  summary: 'Bring in all accepted rows at once: families, persons, lines; all of them or none',
  access,
  audit: 'import.finished',
  params: byId,
  body: FinishImport,
  response: ManifestImport,
  versioned: true,
})
export const undoImport = route({
  method: 'POST',
  path: '/manifest-imports/:id/undo',
  summary: 'Take a whole import back, until the list is frozen',
  access,
  audit: 'import.undone',
  params: byId,
  body: UndoImport,
  response: ManifestImport,
  versioned: true,
})
export const goOnWithParked = route({
  method: 'POST',
  path: '/manifest-imports/:id/parked',
  summary: 'Take up the parked rows of a list that was brought in, as a list of their own',
  access,
  audit: 'import.gone-on',
  params: byId,
  body: GoOn,
  response: ManifestImport,
  status: 201,
  versioned: true,
})
export const dropImport = route({
  method: 'DELETE',
  path: '/manifest-imports/:id',
  summary: 'Throw away a list that was not brought in, with all its rows',
  access,
  audit: 'import.dropped',
  params: byId,
  response: z.undefined(),
  status: 204,
})
