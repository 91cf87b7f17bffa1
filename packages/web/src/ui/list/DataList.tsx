/**
 * THE list. A page gives columns, filters and a way to load; here are filters in the address as chips, saved
 * views, choice of columns, order, keyboard (j k Enter), paging that never moves what is read, and export.
 */
import { Button } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useT } from '../../i18n/useT.tsx'
import { Refused } from '../Answered.tsx'
import { EmptyState } from '../EmptyState.tsx'
import { LoadingShape } from '../LoadingShape.tsx'
import { openingsOf } from './groups.ts'
import { ListRows } from './ListRows.tsx'
import { ListTable } from './ListTable.tsx'
import { ListTools } from './ListTools.tsx'
import css from './list.module.css'
import { recall, remember } from './memory.ts'
import type { ListProps } from './types.ts'
import { useListQuery } from './useListQuery.ts'

const noFilters: [] = []
const nothingBeside = {}

export function DataList<Row>(props: ListProps<Row>) {
  const { name, columns, load, empty, filters = noFilters, beside = nothingBeside } = props
  const t = useT()
  // Five columns of our long words need a desk; a tablet gets the rows of a phone rather than a sideways scroll.
  const narrow = columns.length > 4 ? '(max-width: 1023px)' : '(max-width: 759px)'
  const phone = useMediaQuery(narrow, false, { getInitialValueInEffect: false })
  const [memory, setMemory] = useState(() => recall(name))
  const state = useListQuery(filters, memory.sort ?? props.sort)
  const keep = (next: typeof memory) => {
    remember(name, next)
    setMemory(next)
  }

  const pages = useInfiniteQuery({
    queryKey: ['list', name, state.query, beside],
    queryFn: ({ pageParam, signal }) =>
      load({ ...state.query, ...beside, ...(pageParam ? { cursor: pageParam } : {}) }, signal),
    initialPageParam: '',
    getNextPageParam: last => last.next,
    placeholderData: keepPreviousData,
  })
  const rows = useMemo(() => pages.data?.pages.flatMap(page => page.rows) ?? [], [pages.data])
  const { group, groupSort = state.query.sort } = props
  const groupOf = groupSort === state.query.sort ? group : undefined
  const openings = useMemo(() => openingsOf(rows, groupOf), [rows, groupOf])
  const total = pages.data?.pages[0]?.total
  const shown = columns.filter(column => !memory.hidden.includes(column.id))
  const filtered = Object.keys({ ...state.filters, ...beside }).length > 0

  return (
    <section className={css.list} aria-label={props.label}>
      <ListTools
        list={props}
        state={state}
        memory={memory}
        keep={keep}
        total={total}
        loaded={pages.isSuccess ? rows.length : undefined}
        rowsOnly={phone}
        more={pages.hasNextPage}
      />
      {pages.isPending && <LoadingShape rows={8} />}
      {pages.isError && rows.length === 0 && (
        <Refused error={pages.error} again={() => void pages.refetch()} />
      )}
      {pages.isSuccess && rows.length === 0 && (
        <Nothing {...{ filtered, empty }} dropAll={() => state.set({})} />
      )}
      {rows.length > 0 && (
        <div className={css.frame} aria-busy={pages.isFetching}>
          {phone ? (
            <ListRows list={props} rows={rows} openings={openings} />
          ) : (
            <ListTable
              list={props}
              columns={shown}
              rows={rows}
              openings={openings}
              sort={state.query.sort}
              onSort={sort => {
                keep({ ...memory, sort })
                state.sortBy(sort)
              }}
            />
          )}
          {pages.hasNextPage && (
            <div className={`${css.more} k-screen`}>
              <Button
                variant="default"
                loading={pages.isFetchingNextPage}
                onClick={() => void pages.fetchNextPage()}
              >
                {t('ui.list.more')}
              </Button>
            </div>
          )}
        </div>
      )}
    </section>
  )
}

// An empty answer names what emptied it and offers to drop it.
function Nothing({
  filtered,
  empty,
  dropAll,
}: {
  filtered: boolean
  empty: ListProps<unknown>['empty']
  dropAll: () => void
}) {
  const t = useT()
  if (!filtered) {
    return (
      <EmptyState title={empty.title} act={empty.act}>
        {empty.text}
      </EmptyState>
    )
  }
  return (
    <EmptyState
      title={t('ui.list.emptied')}
      act={
        <Button variant="default" onClick={dropAll}>
          {t('ui.list.dropAll')}
        </Button>
      }
    >
      {t('ui.list.emptiedWhy')}
    </EmptyState>
  )
}
