/** One question as a field of the house: what the form says becomes one of the fields that every other form has. */
import type { Question, SimpleQuestion } from '@kerege/contract/forms/definition'
import { Checkbox } from '@mantine/core'
import { useT } from '../../i18n/useT.tsx'
import { ChoiceField } from '../../ui/form/ChoiceField.tsx'
import { DayField } from '../../ui/form/DayField.tsx'
import { FieldGroup } from '../../ui/form/Form.tsx'
import { RepeatField } from '../../ui/form/RepeatField.tsx'
import { TextField } from '../../ui/form/TextField.tsx'
import { type FieldProps, useField } from '../../ui/form/useField.ts'
import { useLabel } from '../../ui/form/useLabel.tsx'
import css from './forms.module.css'

export function QuestionField({ one, at }: { one: Question; at: string }) {
  const t = useT()
  if (one.type !== 'paneldynamic') return <SimpleField one={one} at={at} />
  return (
    <FieldGroup legend={one.title} {...(one.description ? { hint: one.description } : {})}>
      <RepeatField
        at={at}
        legend={n => t('forms.nth', { n })}
        add={t('forms.addOne')}
        blank={() => ({})}
        min={one.minPanelCount ?? 0}
        max={one.maxPanelCount}
      >
        {inside =>
          one.templateElements.map(each => (
            <SimpleField key={each.name} one={each} at={`${inside}/${each.name}`} />
          ))
        }
      </RepeatField>
    </FieldGroup>
  )
}

function SimpleField({ one, at }: { one: SimpleQuestion; at: string }) {
  const props = { at, label: one.title, hint: one.description, optional: !one.isRequired }
  switch (one.type) {
    case 'text':
      return one.inputType === 'date' ? (
        <DayField {...props} />
      ) : (
        <TextField {...props} maxLength={one.inputType === 'number' ? 3 : (one.maxLength ?? 400)} />
      )
    case 'comment':
      return <TextField {...props} rows={3} maxLength={one.maxLength} />
    case 'radiogroup':
      return <ChoiceField {...props} options={optionsOf(one.choices)} />
    case 'checkbox':
      return <TicksField {...props} choices={one.choices} />
  }
}

type Choices = Extract<SimpleQuestion, { type: 'radiogroup' }>['choices']
const optionsOf = (choices: Choices) => choices.map(({ value, text }) => ({ value, label: text }))

/** Any of a few, all in sight. */
function TicksField({ choices, ...props }: FieldProps & { choices: Choices }) {
  const field = useField<string[]>(props)
  const label = useLabel(props)
  return (
    <Checkbox.Group
      label={label}
      description={props.hint}
      error={field.fault}
      value={field.value ?? []}
      onChange={field.set}
    >
      <div className={css.ticks}>
        {choices.map(({ value, text }, nth) => (
          <Checkbox key={value} value={value} label={text} {...(nth === 0 ? { id: field.id } : {})} />
        ))}
      </div>
    </Checkbox.Group>
  )
}
