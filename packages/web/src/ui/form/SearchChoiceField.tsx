/** One of many, found by typing: languages, countries, areas. */
import { Select } from '@mantine/core'
import { useT } from '../../i18n/useT.tsx'
import type { Option } from './ChoiceField.tsx'
import { type FieldProps, useField } from './useField.ts'
import { useLabel } from './useLabel.tsx'

export function SearchChoiceField({ options, ...props }: FieldProps & { options: readonly Option[] }) {
  const t = useT()
  const field = useField<string>(props)
  const label = useLabel(props)
  return (
    <Select
      id={field.id}
      label={label}
      description={props.hint}
      error={field.fault}
      value={field.value ?? null}
      data={options.map(({ value, label: text }) => ({ value, label: text }))}
      searchable
      clearable={props.optional ?? false}
      clearButtonProps={{ 'aria-label': t('ui.form.clear') }}
      nothingFoundMessage={t('ui.form.noMatch')}
      placeholder={t('ui.form.choose')}
      maxDropdownHeight={320}
      limit={100}
      comboboxProps={{ shadow: 'md', withinPortal: false }}
      onChange={value => field.set(value ?? undefined)}
    />
  )
}
