/** Ways in to figures. Everybody at the hub reads; whoever holds the verb writes. */
import { z } from 'zod'
import { Id } from '../common.ts'
import { route } from '../route.ts'
import {
  AddSeries,
  AddStatement,
  ChangeSeries,
  ChangeStatement,
  FiguresView,
  PreferStatement,
  Series,
  Statement,
  StatementFilter,
  StatementPage,
  StatementWithHistory,
  WithdrawStatement,
} from './schema.ts'

const byId = z.strictObject({ id: Id })

export const viewFigures = route({
  method: 'GET',
  path: '/figures',
  summary: 'All series with their current statements',
  access: 'signed-in',
  audit: null,
  response: FiguresView,
  offline: 'keep',
})
export const listStatements = route({
  method: 'GET',
  path: '/figures/statements',
  summary: 'Statements, the newest day first',
  access: 'signed-in',
  audit: null,
  query: StatementFilter,
  response: StatementPage,
})
export const addSeries = route({
  method: 'POST',
  path: '/figures/series',
  summary: 'Begin a series: what is counted, for whom',
  access: 'figures.edit',
  audit: 'figures.series-added',
  body: AddSeries,
  response: Series,
  status: 201,
  versioned: true,
})
export const changeSeries = route({
  method: 'PUT',
  path: '/figures/series/:id',
  summary: 'Change what a series says of itself, or whether it is public',
  access: 'figures.edit',
  audit: 'figures.series-changed',
  params: byId,
  body: ChangeSeries,
  response: Series,
  versioned: true,
})
export const addStatement = route({
  method: 'POST',
  path: '/figures/statements',
  summary: 'Add what a source states',
  access: 'figures.edit',
  audit: 'figures.statement-added',
  body: AddStatement,
  response: Statement,
  status: 201,
  versioned: true,
})
export const getStatement = route({
  method: 'GET',
  path: '/figures/statements/:id',
  summary: 'One statement with what it said before',
  access: 'signed-in',
  audit: null,
  params: byId,
  response: StatementWithHistory,
  versioned: true,
})
export const changeStatement = route({
  method: 'PUT',
  path: '/figures/statements/:id',
  summary: 'Correct how a statement was written down, with the reason',
  access: 'figures.edit',
  audit: 'figures.statement-changed',
  params: byId,
  body: ChangeStatement,
  response: Statement,
  versioned: true,
})
export const preferStatement = route({
  method: 'POST',
  path: '/figures/statements/:id/prefer',
  summary: 'Say which of several statements is preferred, and why; the others stay beside it',
  access: 'figures.edit',
  audit: 'figures.statement-preferred',
  params: byId,
  body: PreferStatement,
  response: Statement,
  versioned: true,
})
export const unpreferStatement = route({
  method: 'POST',
  path: '/figures/statements/:id/unprefer',
  summary: 'Take a preference back',
  access: 'figures.edit',
  audit: 'figures.preference-taken-back',
  params: byId,
  body: z.strictObject({}),
  response: Statement,
  versioned: true,
})
export const withdrawStatement = route({
  method: 'POST',
  path: '/figures/statements/:id/withdraw',
  summary: 'Withdraw a statement that should not have been entered',
  access: 'figures.edit',
  audit: 'figures.statement-withdrawn',
  params: byId,
  body: WithdrawStatement,
  response: Statement,
  versioned: true,
})

/** A file in base64, since it may be in any encoding. */
const CsvFile = z.strictObject({ csv: z.base64().max(900_000) })

export const ImportReport = z.strictObject({
  added: z.number().int(),
  changed: z.number().int(),
  same: z.number().int(),
  leftOut: z.number().int(),
  faults: z.array(z.strictObject({ line: z.number().int(), column: z.string(), code: z.string() })),
  /** Faults beyond those that are told one by one. */
  moreFaults: z.number().int(),
})
export type ImportReport = z.infer<typeof ImportReport>

export const previewImport = route({
  method: 'POST',
  path: '/figures/import/preview',
  summary: 'Read a CSV file of statements and say what would happen',
  access: 'figures.edit',
  audit: null,
  body: CsvFile,
  response: ImportReport,
})
export const importStatements = route({
  method: 'POST',
  path: '/figures/import',
  summary: 'Take statements from a CSV file; rows that cannot be read are told and left out',
  access: 'figures.edit',
  audit: 'figures.imported',
  body: CsvFile,
  response: ImportReport,
})
