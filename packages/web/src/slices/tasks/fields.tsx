/** What a new task and a changed one ask alike: what, until when, how often, and a note. */
import { type Recurrence, recurrences } from '@kerege/contract/tasks/rules'
import { useT } from '../../i18n/useT.tsx'
import { ChoiceField } from '../../ui/form/ChoiceField.tsx'
import { DayField } from '../../ui/form/DayField.tsx'
import { TextField } from '../../ui/form/TextField.tsx'

export function TitleField({ optional = false }: { optional?: boolean }) {
  const t = useT()
  return (
    <TextField
      at="/title"
      label={t('tasks.field.title')}
      hint={t('tasks.field.titleHint')}
      maxLength={200}
      optional={optional}
    />
  )
}

export function WhenFields() {
  const t = useT()
  return (
    <>
      <DayField at="/due" label={t('tasks.due')} />
      <ChoiceField
        compact
        at="/recurrence"
        label={t('tasks.repeats')}
        options={recurrences.map((value: Recurrence) => ({ value, label: t(`tasks.recurrence.${value}`) }))}
      />
      <TextField at="/note" label={t('tasks.note')} hint={t('tasks.noteHint')} rows={3} maxLength={4000} />
    </>
  )
}
