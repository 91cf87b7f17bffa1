/** Ways in to the matrix of initiatives. Whose rows somebody may keep is decided behind them, row by row. */
import { z } from 'zod'
import { Id, Language } from '../../common.ts'
import { route } from '../../route.ts'
import * as s from './schema.ts'

const byId = z.strictObject({ id: Id })
const path = '/council/initiatives'
const file = { body: z.instanceof(Uint8Array), consumes: 'application/octet-stream' } as const

export const listPillars = route({
  method: 'GET',
  path: '/council/pillars',
  summary: 'Pillars under which initiatives and results stand',
  access: 'council.read',
  audit: null,
  response: s.Pillars,
  offline: 'keep',
})
export const addPillar = route({
  method: 'POST',
  path: '/council/pillars',
  summary: 'Add a pillar with its source',
  access: 'council.prepare',
  audit: 'pillar.added',
  body: s.AddPillar,
  response: s.Pillar,
  status: 201,
  versioned: true,
})
export const changePillar = route({
  method: 'PUT',
  path: '/council/pillars/:id',
  summary: 'Change a pillar, or let it take no more rows',
  access: 'council.prepare',
  audit: 'pillar.changed',
  params: byId,
  body: s.ChangePillar,
  response: s.Pillar,
  versioned: true,
})

export const listInitiatives = route({
  method: 'GET',
  path,
  summary: 'Initiatives, the latest begun first',
  access: 'council.read',
  audit: 'initiatives.listed',
  query: s.InitiativeFilter,
  response: s.InitiativePage,
  offline: 'keep',
})
export const searchInitiatives = route({
  method: 'POST',
  path: `${path}/search`,
  summary: 'Find initiatives by words in any language',
  access: 'council.read',
  audit: 'initiatives.searched',
  body: s.SearchInitiatives,
  response: s.FoundInitiatives,
})
export const viewMatrix = route({
  method: 'GET',
  path: `${path}/matrix`,
  summary: 'Pillars by states for a year or a day, with gaps and overlaps',
  access: 'council.read',
  audit: 'initiatives.matrix-read',
  query: s.MatrixQuery,
  response: s.Matrix,
  offline: 'keep',
})
export const keepingRights = route({
  method: 'GET',
  path: `${path}/rights`,
  summary: 'Whose rows the actor may keep',
  access: 'council.read',
  audit: null,
  response: s.KeepingRights,
})
export const initiativeSheet = route({
  method: 'GET',
  path: `${path}/sheet`,
  summary: 'The sheet to fill in: empty, or with the rows that the actor keeps',
  access: 'council.read',
  audit: 'initiatives.sheet-taken',
  query: z.strictObject({ rows: z.enum(['none', 'mine']), language: Language }),
  response: z.undefined(),
  produces: 'application/octet-stream',
})
export const previewInitiatives = route({
  method: 'POST',
  path: `${path}/import/preview`,
  summary: 'Read a sheet (XLSX or CSV) and say what would happen; nothing is written',
  access: 'council.read',
  audit: 'initiatives.import-previewed',
  ...file,
  response: s.SheetReport,
})
export const importInitiatives = route({
  method: 'POST',
  path: `${path}/import`,
  summary: 'Take what the preview has shown, if it would still be the same',
  access: 'council.read',
  audit: 'initiatives.imported',
  query: z.strictObject({ seen: z.string().max(100) }),
  ...file,
  response: s.SheetReport,
})
export const addInitiative = route({
  method: 'POST',
  path,
  summary: 'Put an initiative into the matrix',
  access: 'council.read',
  audit: 'initiative.added',
  body: s.AddInitiative,
  response: s.Initiative,
  status: 201,
  versioned: true,
})
export const getInitiative = route({
  method: 'GET',
  path: `${path}/:id`,
  summary: 'One initiative with what was said of it before',
  access: 'council.read',
  audit: 'initiative.read',
  params: byId,
  response: s.Initiative,
  versioned: true,
  offline: 'keep',
})
export const changeInitiative = route({
  method: 'PUT',
  path: `${path}/:id`,
  summary: 'Change an initiative; what was said before is kept',
  access: 'council.read',
  audit: 'initiative.changed',
  params: byId,
  body: s.ChangeInitiative,
  response: s.Initiative,
  versioned: true,
})
export const withdrawInitiative = route({
  method: 'POST',
  path: `${path}/:id/withdraw`,
  summary: 'Withdraw a row that should not have been entered',
  access: 'council.read',
  audit: 'initiative.withdrawn',
  params: byId,
  body: s.WithdrawInitiative,
  response: s.Initiative,
  versioned: true,
})
