/**
 * The demo's operations as rows: one that is open, and as history the two last ones that each state made known, with the
 * published totals and their sources only.
 */
import type pg from 'pg'
import { readFileSync } from 'node:fs'
import { roles } from '@kerege/contract/access/roles'
import { readReported } from '@kerege/contract/figures/reported'
import { newId } from '../platform/ids.ts'
import { readCsv } from '../platform/csv.ts'
import { copyRows, type Value } from './copy.ts'
import { inventOperation } from './operations.ts'
import type { DemoNode, DemoState } from './types.ts'

/** Once: what people do with it afterwards stays. */
export async function fillOperations(
  client: pg.ClientBase,
  demo: DemoNode,
  state: DemoState,
  seed: string,
  today: string,
): Promise<void> {
  const lead = demo.accounts.find(one => one.role === 'operationLead')
  const open = inventOperation(demo, state, seed, today)
  if (!lead || !open) return
  await client.query('begin')
  await fillHistory(client, state, lead)
  const [first, ...later] = open.rows['manifests'] ?? []
  // Two of the list were found after it had been closed for the first time.
  const late = new Set((open.rows['lines'] ?? []).slice(-2).map(row => row['id']))
  const isLate = (row: Row) => late.has(row['line_id'] ?? row['id'])
  for (const [table, rows] of Object.entries(open.rows)) {
    await copyTable(
      client,
      table,
      table === 'manifests' && first ? [first] : rows.filter(row => !isLate(row)),
    )
  }
  // What stands below the policies asks who is at work.
  const { verbs } = roles.operationLead
  await client.query('select access.wear($1)', [
    JSON.stringify({
      account: lead.id,
      agency: lead.agencyId,
      verbs,
      rights: { read: { journey: ['agency'] }, write: { journey: ['agency'] } },
    }),
  ])
  await client.query('select repatriation.take_snapshot($1)', [open.manifestId])
  await client.query(
    `update repatriation.manifests m set state = 'frozen', at = $2::timestamptz - interval '2 days', by = $3,
            counted = (select jsonb_build_object('people', people, 'families', families, 'men', men, 'women', women,
                                                 'children', children, 'notKnown', not_known)
                         from repatriation.sizes(array[m.operation_id], current_date))
      where m.id = $1`,
    [open.manifestId, open.openedAt, lead.id],
  )
  await copyTable(client, 'manifests', later)
  for (const [table, rows] of Object.entries(open.rows)) await copyTable(client, table, rows.filter(isLate))
  await client.query('select repatriation.give($1, now())', [open.id])
  await client.query('commit')
}

type Row = Readonly<Record<string, unknown>>

/** Rows of a table of repatriation; columns are those that any row has. */
export async function copyTable(client: pg.ClientBase, table: string, rows: readonly Row[]): Promise<void> {
  const columns = [...new Set(rows.flatMap(row => Object.keys(row)))]
  if (columns.length === 0) return
  await copyRows(
    client,
    `repatriation.${table}`,
    columns,
    // The rows above are made of what a column can hold.
    rows.map(row => columns.map(column => row[column] as Value)),
  )
}

const file = new URL('../../data/figures/repatriations.csv', import.meta.url)
const countries: Readonly<Record<string, string>> = { Syria: 'SY', Iraq: 'IQ', Afghanistan: 'AF' }
const kept = 2

async function fillHistory(client: pg.ClientBase, state: DemoState, lead: DemoNode['accounts'][number]) {
  const [head, ...rows] = readCsv(readFileSync(file)).rows.map(row => row.cells)
  const cell = (row: readonly string[], name: string) => row[head?.indexOf(name) ?? -1] ?? ''
  const own = rows
    .filter(row => cell(row, 'state') === state.toUpperCase())
    .filter(
      row => cell(row, 'total') && /^\d{4}-\d\d/.test(cell(row, 'date')) && countries[cell(row, 'origin')],
    )
    .toSorted((a, b) => (cell(a, 'date') < cell(b, 'date') ? 1 : -1))
    .slice(0, kept)
  for (const row of own) {
    const said = cell(row, 'date')
    const day = said.length === 10 ? said : `${said}-01`
    const at = `${day}T12:00:00Z`
    const id = newId(Date.parse(at))
    await copyTable(client, 'operations', [
      {
        id,
        agency_id: lead.agencyId,
        name: cell(row, 'operation_name'),
        from_country: countries[cell(row, 'origin')],
        planned_from: day,
        planned_to: day,
        created_by: lead.id,
        created_at: at,
        updated_at: at,
      },
    ])
    await copyTable(client, 'operation_steps', [
      { id: newId(), operation_id: id, number: 1, to_state: 'completed', at, actor_id: lead.id },
    ])
    await copyTable(client, 'manifests', [
      { id: newId(), operation_id: id, number: 1, state: 'frozen', at, by: lead.id },
    ])
    const url = cell(row, 'source_url')
    await copyTable(
      client,
      'published',
      (['total', 'men', 'women', 'children'] as const).flatMap(what => {
        const value = readReported(cell(row, what))
        if (!value) return []
        const note = what === 'total' ? cell(row, 'note') : undefined
        return [
          {
            id: newId(),
            operation_id: id,
            what,
            value,
            source: new URL(url).host,
            url,
            said_on: said,
            note,
            at,
          },
        ]
      }),
    )
  }
}
