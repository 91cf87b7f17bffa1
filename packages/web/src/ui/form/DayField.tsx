/** A plain day, typed as 24.11.2026: the browser's own date field speaks none of our languages. */
import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useT } from '../../i18n/useT.tsx'
import { dayFromText, dayToText, monthFromText, monthToText } from './dayText.ts'
import { type FieldProps, useField } from './useField.ts'
import { useLabel } from './useLabel.tsx'

export function DayField({ month = false, ...props }: FieldProps & { month?: boolean }) {
  const t = useT()
  const field = useField<string>(props)
  const label = useLabel(props)
  const [read, write] = month ? [monthFromText, monthToText] : [dayFromText, dayToText]
  const [text, setText] = useState(() => write(field.value ?? ''))
  // A value that changed elsewhere, by a draft or by starting over, is shown as it is.
  const shown = read(text) === (field.value ?? '') ? text : write(field.value ?? '')
  return (
    <TextInput
      id={field.id}
      label={label}
      description={props.hint}
      error={field.fault}
      value={shown}
      inputMode="numeric"
      maxLength={10}
      autoComplete="off"
      placeholder={t(month ? 'ui.form.monthExample' : 'ui.form.dayExample')}
      onChange={event => {
        setText(event.currentTarget.value)
        field.set(read(event.currentTarget.value))
      }}
    />
  )
}
