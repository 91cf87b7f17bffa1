/** A language people speak, by its name in the language of the screen; ours and the likeliest first. */
import { useLoaded } from '../../i18n/language.ts'
import { SearchChoiceField } from './SearchChoiceField.tsx'
import type { FieldProps } from './useField.ts'

export function LanguageField(props: FieldProps) {
  const { table } = useLoaded()
  const options = Object.entries(table.languages).map(([value, label]) => ({ value, label }))
  return <SearchChoiceField {...props} options={options} />
}

/** A country by its name; `XX` is "unknown", as travel documents write it. */
export function CountryField(props: FieldProps & { unknown?: string }) {
  const { unknown, ...field } = props
  const { table } = useLoaded()
  const near = ['KZ', 'KG', 'TJ', 'TM', 'UZ', 'SY', 'IQ', 'TR', 'RU']
  const rest = Object.keys(table.countries).filter(code => !near.includes(code))
  const options = [...near, ...rest].map(value => ({ value, label: table.countries[value] ?? value }))
  return (
    <SearchChoiceField
      {...field}
      options={unknown ? [{ value: 'XX', label: unknown }, ...options] : options}
    />
  )
}
