/** A day as exactly as it is known, or not known at all. */
import { NativeSelect } from '@mantine/core'
import { useT } from '../../../i18n/useT.tsx'
import { NumberField } from '../../../ui/form/DateField.tsx'
import { DayField } from '../../../ui/form/DayField.tsx'
import { FieldGroup, useFormState } from '../../../ui/form/Form.tsx'

const precisions = ['unknown', 'day', 'month', 'year'] as const

export function RoughDateField({ at, label }: { at: string; label: string }) {
  const t = useT()
  const form = useFormState()
  const precision = (form.get(`${at}/precision`) as string | undefined) ?? 'unknown'
  return (
    <FieldGroup legend={label}>
      <NativeSelect
        label={t('ui.precision')}
        value={precision}
        data={precisions.map(value => ({ value, label: t(`ui.precision.${value}`) }))}
        onChange={({ currentTarget: { value } }) =>
          form.set(at, value === 'unknown' ? undefined : { precision: value })
        }
      />
      {precision === 'day' && <DayField at={`${at}/date`} label={t('ui.precision.day.label')} />}
      {precision === 'month' && <DayField at={`${at}/month`} label={t('ui.precision.month.label')} month />}
      {precision === 'year' && <NumberField at={`${at}/year`} label={t('ui.precision.year.label')} />}
    </FieldGroup>
  )
}
