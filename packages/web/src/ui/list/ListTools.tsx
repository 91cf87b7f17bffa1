/** The line over a list: how many, what is filtered, and what one can do with the whole list. */
import { Button } from '@mantine/core'
import { IconAdjustmentsHorizontal, IconColumns3, IconDownload, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { useFormat } from '../../i18n/useFormat.tsx'
import { type Translate, useT } from '../../i18n/useT.tsx'
import { Dropdown } from '../Dropdown.tsx'
import { DropdownItem } from '../DropdownItem.tsx'
import { ExportDialog } from './ExportDialog.tsx'
import { FilterDrawer } from './FilterDrawer.tsx'
import css from './list.module.css'
import type { Memory } from './memory.ts'
import type { Filter, ListProps } from './types.ts'
import type { ListState } from './useListQuery.ts'

interface Props<Row> {
  list: ListProps<Row>
  state: ListState
  memory: Memory
  keep: (memory: Memory) => void
  total: number | undefined
  loaded: number | undefined
  /** Without a table there are no columns to choose. */
  rowsOnly: boolean
  more: boolean
}

/** "Age from: 6", as a chip says it. */
function chipText(filter: Filter, value: string, t: Translate, date: (day: string) => string): string {
  switch (filter.kind) {
    case 'choice':
      return t('ui.list.chip', {
        label: filter.label,
        value: filter.options.find(option => option.value === value)?.label ?? value,
      })
    case 'yes':
      return filter.label
    case 'date':
      return t('ui.list.chip', { label: filter.label, value: date(value) })
    default:
      return t('ui.list.chip', { label: filter.label, value })
  }
}

export function ListTools<Row>({ list, state, memory, keep, total, loaded, more, rowsOnly }: Props<Row>) {
  const t = useT()
  const format = useFormat()
  const [drawer, setDrawer] = useState(false)
  const [exporting, setExporting] = useState(false)
  const filters = list.filters ?? []
  // Of nothing at all there is nothing to count, to narrow or to arrange.
  if (loaded === 0 && Object.keys(state.filters).length === 0) return null
  return (
    <div className={css.tools}>
      <p className={css.count} aria-live="polite">
        {loaded !== undefined && howMany(t, loaded, total, more)}
      </p>
      {filters.map(filter => {
        const value = state.filters[filter.id]
        if (value === undefined) return null
        const text = chipText(filter, value, t, day => format.date(day))
        return (
          <button
            key={filter.id}
            type="button"
            className={css.chip}
            aria-label={t('ui.list.drop', { filter: text })}
            onClick={() => state.drop(filter.id)}
          >
            {text}
            <IconX size={14} aria-hidden="true" />
          </button>
        )
      })}
      <span className={`${css.buttons} k-screen`}>
        {filters.length > 0 && (
          <Button
            variant="subtle"
            leftSection={<IconAdjustmentsHorizontal size={18} stroke={1.7} />}
            onClick={() => setDrawer(true)}
          >
            {t('ui.list.filters')}
          </Button>
        )}
        {!rowsOnly && <ColumnMenu list={list} memory={memory} keep={keep} />}
        {list.onExport && (
          <Button
            variant="subtle"
            leftSection={<IconDownload size={18} stroke={1.7} />}
            onClick={() => setExporting(true)}
          >
            {t('ui.list.export')}
          </Button>
        )}
      </span>
      {filters.length > 0 && (
        <FilterDrawer
          opened={drawer}
          onClose={() => setDrawer(false)}
          {...{ list, state, memory, keep, filters }}
        />
      )}
      {list.onExport && (
        <ExportDialog
          opened={exporting}
          onClose={() => setExporting(false)}
          onExport={(reason, format) => list.onExport?.(state.query, reason, format) ?? Promise.resolve()}
        />
      )}
    </div>
  )
}

function howMany(t: Translate, loaded: number, total: number | undefined, more: boolean): string {
  if (total !== undefined && total > loaded) return t('ui.list.of', { n: loaded, total })
  return more ? t('ui.list.first', { n: loaded }) : t('ui.list.all', { n: loaded })
}

function ColumnMenu<Row>({ list, memory, keep }: Pick<Props<Row>, 'list' | 'memory' | 'keep'>) {
  const t = useT()
  const toggle = (id: string) =>
    keep({
      ...memory,
      hidden: memory.hidden.includes(id) ? memory.hidden.filter(one => one !== id) : [...memory.hidden, id],
    })
  return (
    <Dropdown
      button={props => (
        <Button {...props} variant="subtle" leftSection={<IconColumns3 size={18} stroke={1.7} />}>
          {t('ui.list.columns')}
        </Button>
      )}
    >
      {() =>
        list.columns.slice(1).map(column => (
          <DropdownItem
            key={column.id}
            chosen={!memory.hidden.includes(column.id)}
            onClick={() => toggle(column.id)}
          >
            {column.label}
          </DropdownItem>
        ))
      }
    </Dropdown>
  )
}
