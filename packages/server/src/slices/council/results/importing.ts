/**
 * Values of states from a sheet, in the columns that leave: read and compared first, then the very same is done. What a
 * sheet says anew is a correction and says why; what it does not mention stays as it was said.
 */
import { createHash } from 'node:crypto'
import { languages } from '@kerege/contract/common'
import { type MatrixState, matrixStates } from '@kerege/contract/council/initiatives/codes'
import type { SheetReport } from '@kerege/contract/council/initiatives/schema'
import { type Aspect, aspects, ResultPeriod } from '@kerege/contract/council/results/periods'
import { type IndicatorRow, ReportValue } from '@kerege/contract/council/results/schema'
import { DomainError, faultsOf } from '@kerege/contract/errors'
import type { Context } from '../../../platform/context.ts'
import { newId } from '../../../platform/ids.ts'
import { localDay } from '../../../platform/localDay.ts'
import { codeFor, plain } from '../initiatives/sheet/columns.ts'
import { lettersOf, type ReadTable, readSheet, type SheetRow } from '../../documents/index.ts'
import { framework } from './framework.ts'
import { insertValue, inTurn, lastValues, mayReport, valueFaults } from './values.ts'
import { words } from './words.ts'

/** `title`, `unit`, `check` and what an indicator stands below are for the reader's eye: they say nothing. */
const columns = [
  'pillar',
  'outcome',
  'output',
  'indicator',
  'title',
  'unit',
  'state',
  'aspect',
  'period',
  'value',
  'check',
  'note',
  'reason',
] as const
type Column = (typeof columns)[number]
const needed = ['indicator', 'state', 'aspect', 'period', 'value'] as const
const most = { rows: 5000, told: 300 }

const columnFor = (heading: string): Column | undefined =>
  columns.find(column =>
    [column, ...languages.map(language => words(language, `column.${column}`))].some(
      known => plain(known) === plain(heading),
    ),
  )
const aspectFor = (text: string): Aspect | undefined =>
  aspects.find(aspect =>
    [aspect, ...languages.map(language => words(language, `aspect.${aspect}`))].some(
      known => plain(known) === plain(text),
    ),
  )
const saysNothing = (text: string) =>
  text === '' || languages.some(language => plain(words(language, 'notReported')) === plain(text))

interface Plan {
  report: SheetReport
  say: { indicatorId: string; body: ReportValue }[]
}

export async function preview(ctx: Context, bytes: Uint8Array): Promise<SheetReport> {
  return (await planFor(ctx, bytes)).report
}

/** @throws DomainError `import-changed` when what would be done is no longer what was shown */
export async function importValues(ctx: Context, bytes: Uint8Array, seen: string): Promise<SheetReport> {
  await inTurn(ctx)
  const { report, say } = await planFor(ctx, bytes)
  if (report.seen !== seen) throw new DomainError('conflict', 'import-changed')
  for (const { indicatorId, body } of say) await insertValue(ctx, indicatorId, body)
  ctx.trail.counted('added', report.added)
  ctx.trail.counted('changed', report.changed)
  ctx.trail.counted('left-out', report.leftOut)
  return report
}

async function planFor(ctx: Context, bytes: Uint8Array): Promise<Plan> {
  const table = await readSheet<Column>(bytes, columnFor, needed)
  const rows = table.rows.filter(row =>
    [...row.cells.values()].some(cell => cell.text.trim() || cell.computed),
  )
  if (rows.length > most.rows) throw new DomainError('invalid', 'sheet-too-long', { most: most.rows })
  const { indicators } = await framework(ctx)
  const given: Given = {
    table,
    indicators: new Map(indicators.filter(one => !one.retired).map(one => [one.code, one])),
    last: await lastValues(ctx),
    states: await mayReport(ctx),
    today: localDay(ctx.now, ctx.node.info.timeZone),
  }
  const taken = new Set<string>()
  const plan: Plan = { say: [], report: emptyReport(table.unread) }
  const { report } = plan
  for (const row of rows) {
    const read = readRow(row, given, taken)
    const outcome = read.faults ? 'left-out' : read.outcome
    report.rows.push({
      row: row.row,
      outcome,
      title: read.title,
      fields: outcome === 'changed' ? ['value'] : [],
    })
    if (read.faults) {
      report.leftOut += 1
      for (const { field, code } of read.faults) {
        const at = table.columns.get(field)
        const fault = { row: row.row, column: at === undefined ? '' : lettersOf(at), field, code }
        if (report.faults.length < most.told) report.faults.push(fault)
        else report.moreFaults += 1
      }
    } else if (read.outcome === 'same') report.same += 1
    else {
      report[read.outcome === 'new' ? 'added' : 'changed'] += 1
      plan.say.push({ indicatorId: read.indicatorId, body: read.body })
    }
  }
  report.seen = createHash('sha256')
    .update(bytes)
    .update(plan.say.map(({ indicatorId, body }) => `${indicatorId} ${body.basedOn}`).join('\n'))
    .update(report.rows.map(row => row.outcome).join(' '))
    .digest('base64url')
  return plan
}

const emptyReport = (unread: readonly string[]): SheetReport => ({
  ...{ added: 0, changed: 0, same: 0, leftOut: 0, rows: [], faults: [], moreFaults: 0, seen: '' },
  unread: unread.slice(0, 50),
})

interface Given {
  table: ReadTable<Column>
  indicators: ReadonlyMap<string, IndicatorRow>
  last: Awaited<ReturnType<typeof lastValues>>
  states: readonly MatrixState[]
  today: string
}
interface Fault {
  field: Column
  code: string
}
type Read =
  | { title: string; faults: Fault[] }
  | {
      title: string
      faults?: undefined
      outcome: 'new' | 'changed' | 'same'
      indicatorId: string
      body: ReportValue
    }

function readRow(row: SheetRow, given: Given, taken: Set<string>): Read {
  const cell = (column: Column) => row.cells.get(given.table.columns.get(column) ?? -1)
  const text = (column: Column) => cell(column)?.text.trim() ?? ''
  const indicator = given.indicators.get(text('indicator'))
  const state = matrixStates.find(one => one === codeFor('state', text('state')))
  const aspect = aspectFor(text('aspect'))
  const period = ResultPeriod.safeParse(text('period')).data
  const title = [text('indicator'), text('state'), text('aspect'), text('period')].join(' · ').slice(0, 300)
  const faults: Fault[] = [
    ...[...given.table.columns.keys()].flatMap(field =>
      cell(field)?.computed ? [{ field, code: 'sheet-computed' }] : [],
    ),
    ...(indicator ? [] : [{ field: 'indicator' as const, code: 'sheet-unknown-word' }]),
    ...(state ? [] : [{ field: 'state' as const, code: 'sheet-unknown-word' }]),
    ...(aspect ? [] : [{ field: 'aspect' as const, code: 'sheet-unknown-word' }]),
    ...(period ? [] : [{ field: 'period' as const, code: 'result-period' }]),
  ]
  if (!indicator || !state || !aspect || !period || faults.length > 0) return { title, faults }
  const key = [indicator.id, state, aspect, period].join(' ')
  if (taken.has(key)) return { title, faults: [{ field: 'indicator', code: 'twice' }] }
  taken.add(key)
  const last = given.last.get(key)
  const silent = saysNothing(text('value'))
  const number = Number(text('value').replaceAll(' ', '').replace(',', '.'))
  const note = given.table.columns.has('note') ? text('note') : (last?.note ?? '')
  const same = silent ? last?.value === undefined : last?.value === number && (last.note ?? '') === note
  const draft = {
    ...{ id: newId(), state, aspect, period, basedOn: last?.number ?? 0 },
    ...(silent ? {} : { value: number }),
    ...(note ? { note } : {}),
    ...(text('reason') ? { reason: text('reason') } : {}),
  }
  const parsed = ReportValue.safeParse(draft, { reportInput: true })
  if (!parsed.success)
    return {
      title,
      faults: faultsOf(parsed.error).map(({ pointer, code }) => ({ field: fieldAt(pointer), code })),
    }
  if (same) return { title, outcome: 'same', indicatorId: indicator.id, body: parsed.data }
  if (!given.states.includes(state)) return { title, faults: [{ field: 'state', code: 'not-yours' }] }
  const wrong = valueFaults(parsed.data, indicator, draft.basedOn, given.today)
  if (wrong.length > 0)
    return { title, faults: wrong.map(({ pointer, code }) => ({ field: fieldAt(pointer), code })) }
  return { title, outcome: last ? 'changed' : 'new', indicatorId: indicator.id, body: parsed.data }
}

const fieldAt = (pointer: string): Column => columns.find(column => pointer === `/${column}`) ?? 'value'
