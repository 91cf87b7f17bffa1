/** Several of many, found by typing in any script: organisations, places, what a thing belongs to. */
import { MultiSelect } from '@mantine/core'
import { useMemo } from 'react'
import { useT } from '../../i18n/useT.tsx'
import { faultText } from '../problems.ts'
import type { Option } from './ChoiceField.tsx'
import { findChoice, fitting } from './findChoice.ts'
import { useFormState } from './Form.tsx'
import { grouped } from './grouped.ts'
import { type FieldProps, useField } from './useField.ts'
import { useLabel } from './useLabel.tsx'

interface Props extends FieldProps {
  options: readonly Option[]
  max: number
}

export function ManyChoiceField({ options, max, ...props }: Props) {
  const t = useT()
  const form = useFormState()
  const field = useField<string[]>(props)
  const label = useLabel(props)
  const fits = useMemo(() => findChoice(options), [options])
  // What is wrong with one of them is said at the field that holds it.
  const inside = form.faults.find(one => one.pointer.startsWith(`${props.at}/`))
  return (
    <MultiSelect
      id={field.id}
      label={label}
      description={props.hint}
      error={field.fault ?? (inside && faultText(inside, form.slice))}
      value={field.value ?? []}
      data={grouped(options)}
      filter={({ options: given, search }) => fitting(given, one => search === '' || fits(one, search))}
      searchable
      size="md"
      maxValues={max}
      // Where all are picked, they stay in the list: an empty one says nothing to anybody.
      hidePickedOptions={(field.value?.length ?? 0) < options.length}
      nothingFoundMessage={t('ui.form.noMatch')}
      comboboxProps={{ shadow: 'md', withinPortal: false }}
      onChange={field.set}
    />
  )
}
