/** The list on a desk: a table with the name first, hairlines, group heads, and only the rows in view from 200 on. */
import { IconArrowDown } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { useCallback, useRef } from 'react'
import { useT } from '../../i18n/useT.tsx'
import { linkTo } from '../address.ts'
import { GroupHead } from './GroupHead.tsx'
import type { Opening } from './groups.ts'
import css from './list.module.css'
import type { Column, ListProps } from './types.ts'
import { useRowKeys } from './useRowKeys.ts'

interface Props<Row> {
  list: ListProps<Row>
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  openings: ReadonlyMap<number, Opening>
  sort: string | undefined
  onSort: (sort: string) => void
}

export function ListTable<Row>({ list, columns, rows, openings, sort, onSort }: Props<Row>) {
  const t = useT()
  const frame = useRef<HTMLTableElement>(null)
  const width = columns.length + (list.next ? 1 : 0)
  const virtual = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => 52,
    overscan: 20,
    enabled: rows.length >= 200,
    scrollMargin: frame.current?.offsetTop ?? 0,
  })
  const whole = rows.length < 200
  const items = virtual.getVirtualItems()
  const first = whole ? 0 : (items[0]?.index ?? 0)
  const last = whole ? rows.length : (items.at(-1)?.index ?? -1) + 1
  const above = whole ? 0 : (items[0]?.start ?? 0) - virtual.options.scrollMargin
  const below = whole ? 0 : virtual.getTotalSize() - (items.at(-1)?.end ?? 0) + virtual.options.scrollMargin
  const bring = useCallback(
    (index: number) => {
      if (!whole) virtual.scrollToIndex(index)
    },
    [whole, virtual],
  )
  useRowKeys(frame, rows.length, bring)

  return (
    <table className={css.table} ref={frame} aria-rowcount={rows.length + 1}>
      <thead>
        <tr>
          {columns.map(column => (
            <th
              key={column.id}
              scope="col"
              className={column.number ? css.number : ''}
              {...(column.sort && column.sort === sort ? { 'aria-sort': 'ascending' as const } : {})}
            >
              {column.sort ? (
                <button type="button" className={css.sort} onClick={() => onSort(column.sort ?? '')}>
                  {column.label}
                  {column.sort === sort && <IconArrowDown size={14} aria-hidden="true" />}
                </button>
              ) : (
                column.label
              )}
            </th>
          ))}
          {list.next && (
            <th scope="col">
              <span className="k-hidden">{t('ui.list.next')}</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        <Space height={above} columns={width} />
        {rows.slice(first, last).map((row, at) => (
          <OneRow
            key={list.rowId(row)}
            {...{ list, columns, row, width }}
            index={first + at}
            opening={openings.get(first + at)}
            measure={whole ? undefined : virtual.measureElement}
          />
        ))}
        <Space height={below} columns={width} />
      </tbody>
    </table>
  )
}

const Space = ({ height, columns }: { height: number; columns: number }) =>
  height > 0 ? (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a row is no control, and this one is empty space
    <tr aria-hidden="true">
      <td colSpan={columns} style={{ height, padding: 0, border: 0 }} />
    </tr>
  ) : null

interface RowProps<Row> {
  list: ListProps<Row>
  columns: readonly Column<Row>[]
  row: Row
  /** Of all columns, that of the next act included. */
  width: number
  index: number
  opening: Opening | undefined
  measure: ((element: HTMLTableRowElement | null) => void) | undefined
}

function OneRow<Row>({ list, columns, row, width, index, opening, measure }: RowProps<Row>) {
  const next = list.next?.(row)
  const href = (list.nextHref ?? list.href)?.(row)
  return (
    <>
      {opening && (
        <tr className={css.group}>
          <th scope="rowgroup" colSpan={width}>
            <GroupHead {...opening} />
          </th>
        </tr>
      )}
      <tr data-row={index} data-index={index} ref={measure ?? null} aria-rowindex={index + 2}>
        {columns.map((column, at) =>
          at === 0 ? (
            <th key={column.id} scope="row" className={css.name}>
              {list.href ? <Link {...linkTo(list.href(row))}>{column.cell(row)}</Link> : column.cell(row)}
            </th>
          ) : (
            <td key={column.id} className={column.number ? css.number : ''}>
              {column.cell(row)}
            </td>
          ),
        )}
        {list.next && <td className={css.next}>{next && href && <Link {...linkTo(href)}>{next}</Link>}</td>}
      </tr>
    </>
  )
}
