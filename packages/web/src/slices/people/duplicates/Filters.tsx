/** What narrows the queue: the same drawer and chips as over every list. */
import { IconX } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useT } from '../../../i18n/useT.tsx'
import { useAreas } from '../../../ui/form/useAreas.ts'
import { FilterDrawer } from '../../../ui/list/FilterDrawer.tsx'
import { recall, remember } from '../../../ui/list/memory.ts'
import type { Filter, ListProps } from '../../../ui/list/types.ts'
import type { ListState } from '../../../ui/list/useListQuery.ts'
import { countFor } from './api.ts'
import css from './duplicates.module.css'

export function useFilters(): { filters: Filter[]; list: ListProps<never> } {
  const t = useT()
  const areas = useAreas()
  return useMemo(() => {
    const filters: Filter[] = [
      {
        id: 'view',
        label: t('people.dup.filter.view'),
        kind: 'choice',
        options: [{ value: 'later', label: t('people.dup.filter.later') }],
      },
      {
        id: 'likeness',
        label: t('people.dup.filter.likeness'),
        kind: 'choice',
        options: [
          { value: 'very', label: t('people.likeness.5') },
          { value: 'some', label: t('people.dup.filter.some') },
        ],
      },
      { id: 'sameNumber', label: t('people.dup.filter.number'), kind: 'yes' },
      { id: 'proposed', label: t('people.dup.filter.proposed'), kind: 'yes' },
      {
        id: 'area',
        label: t('people.area'),
        kind: 'choice',
        options: areas.own.map(({ value, label }) => ({ value, label })),
      },
    ]
    // What the drawer reads of a list: its name for saved views, and how to count.
    const list: ListProps<never> = {
      name: 'people.duplicates',
      label: t('people.dup.queue'),
      columns: [],
      filters,
      load: () => Promise.resolve({ rows: [] }),
      count: countFor,
      rowId: () => '',
      rowName: () => null,
      empty: { title: '' },
    }
    return { filters, list }
  }, [t, areas])
}

interface Props {
  filters: Filter[]
  list: ListProps<never>
  state: ListState
  filtering: boolean
  filter: (open: boolean) => void
}

export function FilterChips({ filters, list, state, filtering, filter }: Props) {
  const t = useT()
  const [memory, setMemory] = useState(() => recall(list.name))
  const chosen = filters.flatMap(one => {
    const value = state.filters[one.id]
    if (value === undefined) return []
    if (one.kind !== 'choice') return [{ id: one.id, text: one.label }]
    const option = one.options.find(({ value: own }) => own === value)
    return [{ id: one.id, text: t('ui.list.chip', { label: one.label, value: option?.label ?? value }) }]
  })
  return (
    <>
      {chosen.length > 0 && (
        <div className={css.chips}>
          {chosen.map(({ id, text }) => (
            <button
              key={id}
              type="button"
              className={css.chip}
              aria-label={t('ui.list.drop', { filter: text })}
              onClick={() => state.drop(id)}
            >
              {text}
              <IconX size={14} aria-hidden="true" />
            </button>
          ))}
        </div>
      )}
      <FilterDrawer
        opened={filtering}
        onClose={() => filter(false)}
        {...{ list, state, memory, filters }}
        keep={next => {
          remember(list.name, next)
          setMemory(next)
        }}
      />
    </>
  )
}
