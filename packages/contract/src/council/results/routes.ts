/** Ways in to the results framework. A delegation speaks of its own state; the secretariat keeps the framework and checks. */
import { z } from 'zod'
import { Id } from '../../common.ts'
import { route } from '../../route.ts'
import { SheetReport } from '../initiatives/schema.ts'
import * as s from './schema.ts'

const byId = z.strictObject({ id: Id })
const path = '/council/results'
const indicators = '/council/indicators'

export const viewFramework = route({
  method: 'GET',
  path,
  summary: 'Outcomes, outputs and indicators, and how far they are reported',
  access: 'council.read',
  audit: 'results.read',
  response: s.Framework,
  offline: 'keep',
})
const file = { body: z.instanceof(Uint8Array), consumes: 'application/octet-stream' } as const
export const previewValues = route({
  method: 'POST',
  path: `${path}/import/preview`,
  summary: 'Read a sheet of values (XLSX or CSV) and say what would happen; nothing is written',
  access: 'council.read',
  audit: 'results.import-previewed',
  ...file,
  response: SheetReport,
})
export const importValues = route({
  method: 'POST',
  path: `${path}/import`,
  summary: 'Take what the preview has shown, if it would still be the same',
  access: 'council.read',
  audit: 'results.imported',
  query: z.strictObject({ seen: z.string().max(100) }),
  ...file,
  response: SheetReport,
})
export const addResult = route({
  method: 'POST',
  path,
  summary: 'Add an outcome under a pillar, or an output under an outcome',
  access: 'council.prepare',
  audit: 'result.added',
  body: s.AddResult,
  response: s.Result,
  status: 201,
  versioned: true,
})
export const changeResult = route({
  method: 'PUT',
  path: `${path}/:id`,
  summary: 'Change an outcome or an output',
  access: 'council.prepare',
  audit: 'result.changed',
  params: byId,
  body: s.ChangeResult,
  response: s.Result,
  versioned: true,
})
export const indicatorsOfAction = route({
  method: 'GET',
  path: indicators,
  summary: 'Indicators by which an action is seen',
  access: 'council.read',
  audit: null,
  query: z.strictObject({ actionId: Id }),
  response: s.IndicatorsOfAction,
})
export const addIndicator = route({
  method: 'POST',
  path: indicators,
  summary: 'Add an indicator with its definition',
  access: 'council.prepare',
  audit: 'indicator.added',
  body: s.AddIndicator,
  response: s.Indicator,
  status: 201,
  versioned: true,
})
export const getIndicator = route({
  method: 'GET',
  path: `${indicators}/:id`,
  summary: 'One indicator with what each state has said, and said before',
  access: 'council.read',
  audit: 'indicator.read',
  params: byId,
  response: s.Indicator,
  versioned: true,
  offline: 'keep',
})
export const changeIndicator = route({
  method: 'PUT',
  path: `${indicators}/:id`,
  summary: 'Change what an indicator says of itself, or the actions that it belongs to',
  access: 'council.prepare',
  audit: 'indicator.changed',
  params: byId,
  body: s.ChangeIndicator,
  response: s.Indicator,
  versioned: true,
})
export const reportValue = route({
  method: 'POST',
  path: `${indicators}/:id/values`,
  summary: 'Say a value for a state and a period, or correct it with a reason; what was said stays',
  access: 'council.read',
  audit: 'indicator.value-said',
  params: byId,
  body: s.ReportValue,
  response: s.Indicator,
  status: 201,
  versioned: true,
})
export const checkValue = route({
  method: 'POST',
  path: `${indicators}/:id/values/:valueId/check`,
  summary: 'Say that a value was checked, or send it back with words',
  access: 'council.prepare',
  audit: 'indicator.value-checked',
  params: z.strictObject({ id: Id, valueId: Id }),
  body: s.CheckValue,
  response: s.Indicator,
  versioned: true,
})
