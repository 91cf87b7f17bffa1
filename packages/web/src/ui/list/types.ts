/** What a page says about its list; everything else is the same for all lists. */
import type { Page } from '@kerege/contract/common'
import type { ReactNode } from 'react'

/** Filters and order as they stand in the address. */
export type ListQuery = Record<string, string>

export interface Column<Row> {
  id: string
  label: string
  cell: (row: Row) => ReactNode
  /** The value of `sort` in the address that orders by this column. */
  sort?: string
  /** Right-aligned, in figures of one width. */
  number?: boolean
}

export type Filter = { id: string; label: string } & (
  | { kind: 'choice'; options: readonly { value: string; label: string; group?: string }[] }
  | { kind: 'text' | 'number' | 'date' }
  | { kind: 'yes' }
)

export interface Group {
  id: string
  head: ReactNode
  /** How many it holds; `shown` of them are loaded. */
  note?: (shown: number) => string
}

export interface ListProps<Row> {
  /** Under this name columns, order and views are remembered on the device: `people.list`. */
  name: string
  /** What the list holds, for those who hear it. */
  label: string
  columns: readonly Column<Row>[]
  filters?: readonly Filter[]
  /** What is asked beside the filters and must not stand in the address, such as words of a search. */
  beside?: Readonly<Record<string, string>>
  /** Order when the address says none. */
  sort?: string
  load: (query: ListQuery, signal: AbortSignal) => Promise<Page<Row>>
  /** How many a filter would show, asked before it is applied. */
  count?: (query: ListQuery, signal: AbortSignal) => Promise<number>
  rowId: (row: Row) => string
  /** The name of a row, as a link to its page when `href` is given. */
  rowName: (row: Row) => ReactNode
  href?: (row: Row) => string
  /** What the reader does next with a row, as the word of one act that opens it; nothing where it is not their turn. */
  next?: (row: Row) => string | undefined
  /** Where that is done, in a list whose rows open by something within their name. */
  nextHref?: (row: Row) => string
  /** Under 760 px: state beside the name, one line, one act. */
  phone?: (row: Row) => { state?: ReactNode; line?: ReactNode; act?: ReactNode }
  /** Rows of one group stand under a head row of their own; rows must come ordered by it. */
  group?: (row: Row) => Group | undefined
  /** The only order in which there are groups; absent where there are in every one. */
  groupSort?: string
  /** Nothing at all, without any filter. */
  empty: { title: string; text?: string; act?: ReactNode }
  /** Taking rows out as a file; absent for those who may not. */
  onExport?: (query: ListQuery, reason: string, format: 'csv' | 'xlsx') => Promise<void>
}
