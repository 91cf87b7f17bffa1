/** One of a few: big rows up to six choices, a list of the device beyond. */
import { Checkbox, NativeSelect, Radio } from '@mantine/core'
import { useT } from '../../i18n/useT.tsx'
import css from './form.module.css'
import { type FieldProps, useField } from './useField.ts'
import { useLabel } from './useLabel.tsx'

export interface Option {
  value: string
  label: string
  hint?: string
  /** Other words by which a search finds it. */
  words?: readonly string[]
  /** Under which head it stands in a long list. */
  group?: string
}

interface Props extends FieldProps {
  options: readonly Option[]
  /** Always a list, where rows would take too much room. */
  compact?: boolean
}

export function ChoiceField(props: Props) {
  const { options, compact = false } = props
  const t = useT()
  const field = useField<string>(props)
  const label = useLabel(props)
  if (compact || options.length > 6) {
    return (
      <NativeSelect
        id={field.id}
        label={label}
        description={props.hint}
        error={field.fault}
        value={field.value ?? ''}
        data={[
          ...(field.value ? [] : [{ value: '', label: t('ui.form.choose') }]),
          ...options.map(({ value, label: text }) => ({ value, label: text })),
        ]}
        onChange={event => field.set(event.currentTarget.value)}
      />
    )
  }
  return (
    <Radio.Group
      label={label}
      description={props.hint}
      error={field.fault}
      value={field.value ?? ''}
      onChange={field.set}
    >
      <div className={css.choices}>
        {options.map((option, at) => (
          <Radio
            key={option.value}
            className={css.choice}
            value={option.value}
            label={option.label}
            description={option.hint}
            {...(at === 0 ? { id: field.id } : {})}
          />
        ))}
      </div>
    </Radio.Group>
  )
}

/** One yes or no. */
export function TickField(props: FieldProps) {
  const field = useField<boolean>(props)
  return (
    <Checkbox
      id={field.id}
      label={props.label}
      description={props.hint}
      error={field.fault}
      checked={field.value ?? false}
      onChange={event => field.set(event.currentTarget.checked)}
    />
  )
}
