/** The secretariat looks at what a state said: checked, or sent back with words. */
import { checkValue } from '@kerege/contract/council/results/routes'
import { checkVerdicts, type Indicator, type ResultValue } from '@kerege/contract/council/results/schema'
import { bodyOf, queryClient, send } from '../../../api.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { Drawer } from '../../../ui/Drawer.tsx'
import { ChoiceField } from '../../../ui/form/ChoiceField.tsx'
import { Form } from '../../../ui/form/Form.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { useForm } from '../../../ui/form/useForm.ts'
import { periodText, valueText } from './words.ts'

interface Props {
  indicator: Indicator
  value: ResultValue | undefined
  onClose: () => void
}

export function CheckDrawer({ indicator, value, onClose }: Props) {
  const t = useT()
  return (
    <Drawer opened={value !== undefined} onClose={onClose} title={t('results.doCheck')}>
      {value && <CheckForm key={value.id} indicator={indicator} value={value} onDone={onClose} />}
    </Drawer>
  )
}

function CheckForm({
  indicator,
  value,
  onDone,
}: {
  indicator: Indicator
  value: ResultValue
  onDone: () => void
}) {
  const t = useT()
  const format = useFormat()
  const form = useForm({
    name: `results.check.${value.id}`,
    schema: bodyOf(checkValue),
    initial: { verdict: 'checked' },
    send: (body, options) =>
      send(checkValue, { params: { id: indicator.id, valueId: value.id }, body }, options),
    onDone: () => {
      void queryClient.invalidateQueries()
      onDone()
    },
  })
  return (
    <Form form={form} submit={t('initiatives.save')}>
      <p>
        {format.country(value.state)} · {t(`results.aspect.${value.aspect}`)} · {periodText(value.period, t)}:{' '}
        <strong>{valueText(value.value, indicator.unit, format, t)}</strong>
      </p>
      <ChoiceField
        at="/verdict"
        label={t('results.column.check')}
        options={checkVerdicts.map(verdict => ({ value: verdict, label: t(`results.check.${verdict}`) }))}
      />
      <TextField
        at="/words"
        label={t('results.words')}
        optional={form.get('/verdict') !== 'returned'}
        rows={2}
        maxLength={500}
      />
    </Form>
  )
}
