/** Rows of `rights.file_preview` and `rights.file_by_code` as what a reader sees: under heads, in their order, without what is empty. */
import type { Compartment } from '@kerege/contract/access/compartments'
import type { FileItem } from '@kerege/contract/rights/files'

export interface HeldRow {
  head: string
  name: string
  row_id: string
  section: string
  content: Readonly<Record<string, unknown>> | null
  withheld: string | null
}

export function headsOf(rows: readonly HeldRow[]): { head: string; items: FileItem[] }[] {
  const heads = new Map<string, FileItem[]>()
  for (const row of rows) {
    const items = heads.get(row.head) ?? []
    heads.set(row.head, items)
    items.push({
      part: row.name,
      rowId: row.row_id,
      section: row.section as Compartment, // a constraint of each table
      fields: row.withheld ? [] : fieldsOf(row.content ?? {}),
      ...(row.withheld ? { withheld: row.withheld as NonNullable<FileItem['withheld']> } : {}),
    })
  }
  return [...heads].map(([head, items]) => ({ head, items }))
}

/** Columns that begin with a line are for the program. */
const fieldsOf = (content: Readonly<Record<string, unknown>>) =>
  Object.entries(content).flatMap(([label, value]) =>
    label.startsWith('_') || value === null || value === '' ? [] : [{ label, value: String(value) }],
  )
