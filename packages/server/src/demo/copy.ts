/** Rows into tables by COPY, streamed, so that two hundred thousand people take no more memory than two hundred. */
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'

export type Value = string | number | boolean | null | undefined | readonly string[] | object

/** @returns how many rows were written */
export async function copyRows(
  client: pg.ClientBase,
  table: string,
  columns: readonly string[],
  rows: Iterable<readonly Value[]>,
): Promise<number> {
  let count = 0
  function* lines() {
    let block = ''
    for (const row of rows) {
      count += 1
      block += `${row.map(field).join('\t')}\n`
      if (block.length > 65_536) {
        yield block
        block = ''
      }
    }
    if (block) yield block
  }
  await pipeline(
    Readable.from(lines()),
    client.query(copyFrom(`copy ${table} (${columns.join(', ')}) from stdin`)),
  )
  return count
}

/** COPY's text format: NULL is \\N; backslash, tab and line ends are escaped; arrays of text in braces; objects as JSON. */
function field(value: Value): string {
  if (value === null || value === undefined) return '\\N'
  if (Array.isArray(value))
    return escaped(`{${value.map(one => `"${String(one).replace(/["\\]/g, '\\$&')}"`).join(',')}}`)
  if (typeof value === 'object') return escaped(JSON.stringify(value))
  return escaped(String(value))
}

const escaped = (text: string) =>
  text.replace(/[\\\t\n\r]/g, sign =>
    sign === '\\' ? '\\\\' : sign === '\t' ? '\\t' : sign === '\n' ? '\\n' : '\\r',
  )
