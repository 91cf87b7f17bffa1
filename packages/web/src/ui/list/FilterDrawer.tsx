/** All filters of a list and the saved views. Nothing applies before the count was seen and the button pressed. */
import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useT } from '../../i18n/useT.tsx'
import { Drawer } from '../Drawer.tsx'
import { grouped } from '../form/grouped.ts'
import { dayFromText, dayToText } from '../form/dayText.ts'
import css from './list.module.css'
import type { Memory } from './memory.ts'
import { SavedViews } from './SavedViews.tsx'
import type { Filter, ListProps, ListQuery } from './types.ts'
import type { ListState } from './useListQuery.ts'

interface Props<Row> {
  opened: boolean
  onClose: () => void
  list: ListProps<Row>
  state: ListState
  memory: Memory
  keep: (memory: Memory) => void
  filters: readonly Filter[]
}

export function FilterDrawer<Row>(props: Props<Row>) {
  const t = useT()
  const [tab, setTab] = useState<'filters' | 'saved'>('filters')
  return (
    <Drawer opened={props.opened} onClose={props.onClose} title={t('ui.list.narrow')}>
      <div className={css.drawerTabs} role="tablist">
        {(['filters', 'saved'] as const).map(id => (
          <button
            key={id}
            type="button"
            role="tab"
            aria-selected={tab === id}
            className={tab === id ? css.tabHere : css.tab}
            onClick={() => setTab(id)}
          >
            {t(`ui.list.tab.${id}`)}
          </button>
        ))}
      </div>
      {tab === 'filters' ? <Fields {...props} /> : <SavedViews {...props} />}
    </Drawer>
  )
}

function Fields<Row>({ onClose, list, state, filters }: Props<Row>) {
  const t = useT()
  const [draft, setDraft] = useState<ListQuery>(state.filters)
  const [asked] = useDebouncedValue(draft, 300)
  const count = useQuery({
    queryKey: ['count', list.name, asked],
    queryFn: ({ signal }) => list.count?.(asked, signal) ?? Promise.resolve(0),
    enabled: list.count !== undefined,
    placeholderData: keepPreviousData,
  })
  const put = (id: string, value: string) => {
    const { [id]: _, ...rest } = draft
    setDraft(value === '' ? rest : { ...rest, [id]: value })
  }
  return (
    <form
      className={css.fields}
      onSubmit={event => {
        event.preventDefault()
        state.set(draft)
        onClose()
      }}
    >
      {filters.map(filter => (
        <OneFilter key={filter.id} filter={filter} value={draft[filter.id] ?? ''} put={put} />
      ))}
      <div className={css.drawerActs}>
        <Button type="submit">
          {list.count && count.data !== undefined ? t('ui.list.show', { n: count.data }) : t('ui.list.apply')}
        </Button>
        <Button variant="subtle" onClick={() => setDraft({})}>
          {t('ui.list.clear')}
        </Button>
      </div>
    </form>
  )
}

interface OneProps {
  filter: Filter
  value: string
  put: (id: string, value: string) => void
}

function OneFilter({ filter, value, put }: OneProps) {
  const t = useT()
  switch (filter.kind) {
    case 'choice':
      return (
        <NativeSelect
          label={filter.label}
          value={value}
          data={[{ value: '', label: t('ui.list.any') }, ...grouped(filter.options)]}
          onChange={event => put(filter.id, event.currentTarget.value)}
        />
      )
    case 'yes':
      return (
        <Checkbox
          label={filter.label}
          checked={value === 'true'}
          onChange={event => put(filter.id, event.currentTarget.checked ? 'true' : '')}
        />
      )
    case 'date':
      return <DayFilter filter={filter} value={value} put={put} />
    default:
      return (
        <TextInput
          label={filter.label}
          value={value}
          {...(filter.kind === 'number' ? { inputMode: 'numeric' as const } : {})}
          onChange={event => put(filter.id, event.currentTarget.value)}
        />
      )
  }
}

// Counts only once a whole day stands there.
function DayFilter({ filter, value, put }: OneProps) {
  const t = useT()
  const [text, setText] = useState(() => dayToText(value))
  return (
    <TextInput
      label={filter.label}
      value={text}
      inputMode="numeric"
      maxLength={10}
      placeholder={t('ui.form.dayExample')}
      onChange={event => {
        const typed = event.currentTarget.value
        setText(typed)
        const day = dayFromText(typed)
        if (typed === '' || /^\d{4}-\d\d-\d\d$/.test(day)) put(filter.id, typed === '' ? '' : day)
      }}
    />
  )
}
