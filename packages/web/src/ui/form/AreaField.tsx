/** A region or district by its name: those of this state first, all others behind "elsewhere" and the search. */
import { MultiSelect } from '@mantine/core'
import { useMemo } from 'react'
import { useT } from '../../i18n/useT.tsx'
import { findChoice, fitting } from './findChoice.ts'
import { grouped } from './grouped.ts'
import { SearchChoiceField } from './SearchChoiceField.tsx'
import { useAreas } from './useAreas.ts'
import { type FieldProps, useField } from './useField.ts'
import { useLabel } from './useLabel.tsx'

export function AreaField(props: FieldProps) {
  const t = useT()
  const { own, elsewhere } = useAreas()
  // The hub has no areas of its own, and none that are farther than others.
  if (own.length === 0) return <SearchChoiceField {...props} options={elsewhere} />
  const more = { label: t('ui.form.elsewhere'), options: elsewhere }
  return <SearchChoiceField {...props} options={own} more={more} />
}

/** Several areas in which somebody works: those of this state, and what was chosen before. */
export function AreasField(props: FieldProps) {
  const t = useT()
  const field = useField<string[]>(props)
  const label = useLabel(props)
  const { own, elsewhere } = useAreas()
  const value = field.value ?? []
  const options =
    own.length === 0 ? elsewhere : [...own, ...elsewhere.filter(one => value.includes(one.value))]
  const fits = useMemo(() => findChoice([...own, ...elsewhere]), [own, elsewhere])
  return (
    <MultiSelect
      id={field.id}
      label={label}
      description={props.hint}
      error={field.fault}
      value={value}
      data={grouped(options)}
      filter={({ options: given, search }) => fitting(given, one => search === '' || fits(one, search))}
      searchable
      size="md"
      maxValues={50}
      nothingFoundMessage={t('ui.form.noMatch')}
      comboboxProps={{ shadow: 'md', withinPortal: false }}
      onChange={field.set}
    />
  )
}
