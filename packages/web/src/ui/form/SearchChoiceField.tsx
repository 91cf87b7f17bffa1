/** One of many, found by typing in any script: languages, countries, areas, colleagues. */
import { Select } from '@mantine/core'
import { useMemo, useRef, useState } from 'react'
import { useT } from '../../i18n/useT.tsx'
import type { Option } from './ChoiceField.tsx'
import { findChoice, fitting } from './findChoice.ts'
import { grouped } from './grouped.ts'
import { type FieldProps, useField } from './useField.ts'
import { useLabel } from './useLabel.tsx'

interface Props extends FieldProps {
  options: readonly Option[]
  /** Choices that are rarely meant: found by typing, or behind a last row that says so. */
  more?: { label: string; options: readonly Option[] }
}

/** No choice has it: a code and an id are longer. */
const moreRow = '…'

export function SearchChoiceField({ options, more, ...props }: Props) {
  const t = useT()
  const field = useField<string>(props)
  const label = useLabel(props)
  const [opened, open] = useState(false)
  const [typed, setTyped] = useState('')
  const [widened, widen] = useState(false)
  const widening = useRef(false)
  const all = useMemo(() => [...options, ...(more?.options ?? [])], [options, more])
  const fits = useMemo(() => findChoice(all), [all])
  const chosen = all.find(({ value }) => value === field.value)
  const searching = typed !== '' && typed !== chosen?.label
  const narrow = more !== undefined && more.options.length > 0 && !widened && !searching
  const shown = narrow
    ? [
        ...options,
        ...(chosen && !options.includes(chosen) ? [chosen] : []),
        { value: moreRow, label: more.label },
      ]
    : all
  return (
    <Select
      id={field.id}
      label={label}
      description={props.hint}
      error={field.fault}
      value={field.value ?? null}
      data={grouped(shown)}
      filter={({ options: given, search }) => fitting(given, value => search === '' || fits(value, search))}
      searchable
      onSearchChange={setTyped}
      dropdownOpened={opened}
      onDropdownOpen={() => open(true)}
      onDropdownClose={() => {
        // The list stays open for those who asked it for more.
        if (!widening.current) open(false)
        widening.current = false
      }}
      clearable={props.optional ?? false}
      clearButtonProps={{ 'aria-label': t('ui.form.clear') }}
      nothingFoundMessage={t('ui.form.noMatch')}
      placeholder={t('ui.form.choose')}
      comboboxProps={{ shadow: 'md', withinPortal: false }}
      onChange={value => {
        if (value === moreRow) {
          widening.current = true
          widen(true)
        } else field.set(value ?? undefined)
      }}
    />
  )
}
