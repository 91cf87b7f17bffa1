/** The list on a phone: name and state, one line, one act. */
import { IconChevronRight } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { useCallback, useRef } from 'react'
import { linkTo } from '../address.ts'
import { GroupHead } from './GroupHead.tsx'
import type { Opening } from './groups.ts'
import css from './list.module.css'
import type { ListProps } from './types.ts'
import { useRowKeys } from './useRowKeys.ts'

interface Props<Row> {
  list: ListProps<Row>
  rows: readonly Row[]
  openings: ReadonlyMap<number, Opening>
}

export function ListRows<Row>({ list, rows, openings }: Props<Row>) {
  const frame = useRef<HTMLUListElement>(null)
  const whole = rows.length < 200
  const virtual = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => 76,
    overscan: 12,
    enabled: !whole,
    scrollMargin: frame.current?.offsetTop ?? 0,
  })
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
    <ul className={css.rows} ref={frame} style={{ paddingTop: above, paddingBottom: below }}>
      {rows.slice(first, last).map((row, at) => (
        <PhoneRow
          key={list.rowId(row)}
          list={list}
          row={row}
          index={first + at}
          opening={openings.get(first + at)}
          measure={whole ? undefined : virtual.measureElement}
        />
      ))}
    </ul>
  )
}

interface RowProps<Row> {
  list: ListProps<Row>
  row: Row
  index: number
  opening: Opening | undefined
  measure: ((element: HTMLLIElement | null) => void) | undefined
}

function PhoneRow<Row>({ list, row, index, opening, measure }: RowProps<Row>) {
  const { state, line, act } = list.phone?.(row) ?? {}
  const next = list.next?.(row)
  return (
    <li data-row={index} data-index={index} ref={measure ?? null}>
      {opening && (
        <div className={css.phoneGroup}>
          <GroupHead {...opening} />
        </div>
      )}
      <div className={css.phoneRow}>
        <div className={css.phoneWords}>
          <div className="k-row">
            <span className={css.name}>
              {list.href ? (
                <Link {...linkTo(list.href(row))} className={css.cover}>
                  {list.rowName(row)}
                </Link>
              ) : (
                list.rowName(row)
              )}
            </span>
            {state}
          </div>
          {line && <div className="k-dim">{line}</div>}
          {next && (
            <div className={css.phoneNext}>
              {/* Where the whole row opens, here stands what for. */}
              {list.nextHref ? <Link {...linkTo(list.nextHref(row))}>{next}</Link> : next}
            </div>
          )}
          {act && <div className={css.phoneAct}>{act}</div>}
        </div>
        {list.href && <IconChevronRight size={20} stroke={1.7} aria-hidden="true" />}
      </div>
    </li>
  )
}
