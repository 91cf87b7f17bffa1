/** A region or district of this node, by its name, with the region it lies in. */
import { MultiSelect } from '@mantine/core'
import { useT } from '../../i18n/useT.tsx'
import { SearchChoiceField } from './SearchChoiceField.tsx'
import { type FieldProps, useField } from './useField.ts'
import { useAreas } from './useAreas.ts'
import { useLabel } from './useLabel.tsx'

export function AreaField(props: FieldProps) {
  const { options } = useAreas()
  return <SearchChoiceField {...props} options={options} />
}

/** Several areas, where one is not enough. */
export function AreasField(props: FieldProps) {
  const t = useT()
  const field = useField<string[]>(props)
  const label = useLabel(props)
  const { options } = useAreas()
  return (
    <MultiSelect
      id={field.id}
      label={label}
      description={props.hint}
      error={field.fault}
      value={field.value ?? []}
      data={options}
      searchable
      size="md"
      maxValues={50}
      nothingFoundMessage={t('ui.form.noMatch')}
      comboboxProps={{ shadow: 'md', withinPortal: false }}
      onChange={field.set}
    />
  )
}
