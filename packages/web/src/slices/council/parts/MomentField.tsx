/** A moment in UTC: a day and a quarter of an hour. The node says afterwards what the clocks of the capitals show. */
import { NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { TextInput } from '@mantine/core'
import { useT } from '../../../i18n/useT.tsx'
import { dayFromText, dayToText } from '../../../ui/form/dayText.ts'
import formCss from '../../../ui/form/form.module.css'
import { type FieldProps, useField } from '../../../ui/form/useField.ts'
import { useLabel } from '../../../ui/form/useLabel.tsx'

const times = Array.from({ length: 96 }, (_, at) => {
  const two = (n: number) => String(n).padStart(2, '0')
  return `${two(Math.floor(at / 4))}:${two((at % 4) * 15)}`
})

export function MomentField(props: FieldProps) {
  const t = useT()
  const field = useField<string>(props)
  const label = useLabel(props)
  const [day, setDay] = useState(() => (field.value ? dayToText(field.value.slice(0, 10)) : ''))
  const [time, setTime] = useState(() => field.value?.slice(11, 16) ?? '12:00')
  const keep = (text: string, at: string) => {
    const read = dayFromText(text)
    field.set(text === '' ? undefined : /^\d{4}-/.test(read) ? `${read}T${at}:00Z` : read)
  }
  return (
    <div className={formCss.beside}>
      <TextInput
        id={field.id}
        label={label}
        description={props.hint}
        error={field.fault}
        value={day}
        inputMode="numeric"
        maxLength={10}
        placeholder={t('council.moment.day')}
        onChange={event => {
          setDay(event.currentTarget.value)
          keep(event.currentTarget.value, time)
        }}
      />
      <NativeSelect
        label={t('council.moment.time')}
        value={time}
        data={times.includes(time) ? times : [time, ...times]}
        onChange={event => {
          setTime(event.currentTarget.value)
          keep(day, event.currentTarget.value)
        }}
      />
    </div>
  )
}
