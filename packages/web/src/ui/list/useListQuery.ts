/** The list's filters and order: kept in the address, so that a view can be sent, reloaded and gone back to. */
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'
import type { Filter, ListQuery } from './types.ts'

export interface ListState {
  /** Filters and order, without what belongs to others in the address. */
  query: ListQuery
  filters: ListQuery
  set: (filters: ListQuery) => void
  drop: (id: string) => void
  sortBy: (sort: string) => void
}

export function useListQuery(filters: readonly Filter[], sort: string | undefined): ListState {
  const search = useSearch({ strict: false }) as Record<string, string | undefined>
  const navigate = useNavigate()
  return useMemo(() => {
    const own = Object.fromEntries(
      filters.flatMap(({ id }) => {
        const value = search[id]
        return value ? [[id, value]] : []
      }),
    ) as ListQuery
    const ids = new Set(filters.map(filter => filter.id))
    const others = Object.fromEntries(Object.entries(search).filter(([id]) => !ids.has(id)))
    const go = (next: Record<string, string | undefined>) =>
      void navigate({ to: '.', search: next as never, replace: true, resetScroll: false })
    const order = search.sort ?? sort
    return {
      query: order ? { ...own, sort: order } : own,
      filters: own,
      set: next => go({ ...others, ...next }),
      drop: id => go({ ...others, ...own, [id]: undefined }),
      sortBy: next => go({ ...others, ...own, sort: next }),
    }
  }, [search, filters, sort, navigate])
}
