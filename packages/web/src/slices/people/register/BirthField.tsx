/** A birth date in one line, as it is said; beneath it how it was understood. Unknown and not told are answers. */
import { Checkbox, TextInput } from '@mantine/core'
import type { BirthDate } from '@kerege/contract/people/schema'
import { BirthDate as Shape } from '@kerege/contract/people/schema'
import { IconCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { useFormState } from '../../../ui/form/Form.tsx'
import { useField } from '../../../ui/form/useField.ts'
import { faultText } from '../../../ui/problems.ts'
import css from '../people.module.css'
import { birthToText, readBirth } from './birthText.ts'

/** What is typed and no date yet stands as a day, and the schema says what is wrong with it. */
type Typed = BirthDate | { precision: 'day'; date?: string }

export function BirthField({ at, label, hint }: { at: string; label: string; hint: string }) {
  const t = useT()
  const format = useFormat()
  const form = useFormState()
  const field = useField<Typed>({ at, label })
  const read = Shape.safeParse(field.value)
  const [text, setText] = useState(() => (read.success ? birthToText(read.data) : ''))
  const none = field.value?.precision === 'unknown' || field.value?.precision === 'withheld'
  // Its parts have no fields of their own, so their faults belong here.
  const fault = form.faults.find(one => one.pointer === at || one.pointer.startsWith(`${at}/`))
  // An age says itself; a date is told with the age that follows from it.
  const understood = (birth: BirthDate) =>
    birth.precision === 'estimated'
      ? t('people.birth.understoodAge', { age: format.age(birth) })
      : t('people.birth.understood', { birth: format.birth(birth), age: format.age(birth) })
  const type = (typed: string) => {
    setText(typed)
    field.set(readBirth(typed, format.today) ?? { precision: 'day', ...(typed ? { date: typed } : {}) })
  }
  const without = (precision: 'unknown' | 'withheld', ticked: boolean) => {
    if (!ticked) return type(text)
    setText('')
    field.set({ precision })
  }
  return (
    <div>
      <TextInput
        id={field.id}
        label={label}
        description={hint}
        error={fault && faultText(fault, form.slice)}
        value={text}
        maxLength={60}
        autoComplete="off"
        onChange={event => type(event.currentTarget.value)}
      />
      <div aria-live="polite">
        {read.success && !none && text !== '' && (
          <p className={css.understood}>
            <IconCheck size={16} stroke={1.7} aria-hidden="true" />
            {understood(read.data)}
          </p>
        )}
      </div>
      <div className={css.either}>
        {(['unknown', 'withheld'] as const).map(precision => (
          <Checkbox
            key={precision}
            label={t(`ui.precision.${precision}`)}
            checked={field.value?.precision === precision}
            onChange={event => without(precision, event.currentTarget.checked)}
          />
        ))}
      </div>
    </div>
  )
}
