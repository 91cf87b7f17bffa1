/**
 * A birth date with how exactly it is known. Day, month, year and an estimated age are answers of different
 * strength; unknown and withheld are answers too.
 */
import { NativeSelect, TextInput } from '@mantine/core'
import { useFormat } from '../../i18n/useFormat.tsx'
import { useT } from '../../i18n/useT.tsx'
import { DayField } from './DayField.tsx'
import { FieldGroup, useFormState } from './Form.tsx'
import { type FieldProps, useField } from './useField.ts'

const precisions = ['day', 'month', 'year', 'estimated', 'unknown', 'withheld'] as const
type Precision = (typeof precisions)[number]

export function DateField(props: FieldProps) {
  const t = useT()
  const format = useFormat()
  const form = useFormState()
  const precision = (form.get(`${props.at}/precision`) as Precision | undefined) ?? 'day'
  // Another precision is another answer: nothing of the first is carried over by chance.
  const choose = (next: Precision) =>
    form.set(props.at, next === 'estimated' ? { precision: next, asOf: format.today } : { precision: next })
  return (
    <FieldGroup legend={props.label} {...(props.hint ? { hint: props.hint } : {})}>
      <NativeSelect
        label={t('ui.precision')}
        value={precision}
        data={precisions.map(value => ({ value, label: t(`ui.precision.${value}`) }))}
        onChange={event => choose(event.currentTarget.value as Precision)}
      />
      {precision === 'day' && <DayField at={`${props.at}/date`} label={t('ui.precision.day.label')} />}
      {precision === 'month' && (
        <DayField at={`${props.at}/month`} label={t('ui.precision.month.label')} month />
      )}
      {precision === 'year' && <NumberField at={`${props.at}/year`} label={t('ui.precision.year.label')} />}
      {precision === 'estimated' && (
        <NumberField
          at={`${props.at}/age`}
          label={t('ui.precision.estimated.label')}
          hint={t('ui.precision.estimated.hint')}
        />
      )}
    </FieldGroup>
  )
}

/** A whole number; what is no number stays as typed, and the schema says so. */
export function NumberField(props: FieldProps) {
  const field = useField<number | string>(props)
  return (
    <TextInput
      id={field.id}
      label={props.label}
      description={props.hint}
      error={field.fault}
      value={field.value === undefined ? '' : String(field.value)}
      inputMode="numeric"
      maxLength={9}
      autoComplete="off"
      onChange={event => {
        const text = event.currentTarget.value.trim()
        field.set(/^\d+$/.test(text) ? Number(text) : text)
      }}
    />
  )
}
