/**
 * What a hub knows at its first start: publicly reported repatriations, from the project's own files. Written by the
 * owner of the tables, once: from then on the secretariat keeps it.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { MultiText } from '@kerege/contract/common'
import { FigureState, SeriesCode, SeriesKind } from '@kerege/contract/figures/schema'
import { readTable, type TableRow } from '@kerege/contract/figures/table'
import type pg from 'pg'
import { z } from 'zod'
import { readCsv } from '../../platform/csv.ts'
import { newId } from '../../platform/ids.ts'
import { contentColumns } from './store.ts'

const folder = join(import.meta.dirname, '../../../data/figures')

const SeriesFile = z.strictObject({
  texts: z.record(z.string(), z.strictObject({ title: MultiText, definition: MultiText })),
  series: z.array(
    z.strictObject({
      code: SeriesCode,
      state: FigureState.optional(),
      kind: SeriesKind,
      nothingPublished: z.boolean(),
    }),
  ),
})

/** @throws when one of the project's own files has a row that cannot be read */
function ownRows(name: string): TableRow[] {
  const file = readCsv(readFileSync(join(folder, name)))
  const table = readTable(file.rows)
  const [fault] = [...file.faults, ...table.faults]
  if (fault) throw new Error(`${name}, line ${fault.line}, ${fault.column}: cannot be read`)
  return table.rows
}

export async function fillFigures(owner: pg.Client): Promise<void> {
  const known = await owner.query('select 1 from figures.series limit 1')
  if (known.rowCount !== 0) return
  const { texts, series } = SeriesFile.parse(JSON.parse(readFileSync(join(folder, 'series.json'), 'utf8')))
  const rows = [...ownRows('repatriations.csv'), ...ownRows('statements.csv')]
  const now = new Date()
  await owner.query('begin')
  try {
    const ids = new Map<string, string>()
    for (const one of series) {
      const id = newId()
      ids.set(one.code, id)
      const words = texts[one.kind]
      await insert(owner, 'figures.series', {
        id,
        code: one.code,
        kind: one.kind,
        state: one.state ?? null,
        unit: 'people',
        title: JSON.stringify(words?.title),
        definition: JSON.stringify(words?.definition),
        nothing_published: one.nothingPublished,
        is_public: true,
        created_at: now,
        updated_at: now,
      })
    }
    for (const [at, row] of rows.entries()) {
      const seriesId = ids.get(row.seriesCode)
      if (!seriesId) throw new Error(`There is no series "${row.seriesCode}" for line ${row.line}.`)
      await insert(owner, 'figures.statements', {
        // Ids sort by time: statements of one day stand in the order of the files.
        id: newId(now.getTime() + at),
        ...contentColumns({ seriesId, ...row.content }),
        preferred_reason: row.preferredReason ?? null,
        preferred_at: row.preferredReason ? now : null,
        created_at: now,
        updated_at: now,
      })
    }
    await owner.query('commit')
  } catch (error) {
    await owner.query('rollback')
    throw error
  }
}

/** Names of columns are ours, never a reader's. */
async function insert(owner: pg.Client, table: string, row: Readonly<Record<string, unknown>>) {
  const blanks = Object.keys(row).map((_, at) => `$${at + 1}`)
  await owner.query(
    `insert into ${table} (${Object.keys(row).join(', ')}) values (${blanks.join(', ')})`,
    Object.values(row),
  )
}
