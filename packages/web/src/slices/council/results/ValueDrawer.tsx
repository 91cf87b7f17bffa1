/** A state says a value, or corrects it: then with the reason, and what was said before stays. */
import { aspects, periodsUntil } from '@kerege/contract/council/results/periods'
import { reportValue } from '@kerege/contract/council/results/routes'
import type { Indicator } from '@kerege/contract/council/results/schema'
import { useState } from 'react'
import { bodyOf, queryClient, send } from '../../../api.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { Drawer } from '../../../ui/Drawer.tsx'
import { ChoiceField } from '../../../ui/form/ChoiceField.tsx'
import { Form } from '../../../ui/form/Form.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { useForm } from '../../../ui/form/useForm.ts'
import { newId } from '../../../ui/newId.ts'
import { periodText, valueText } from './words.ts'

interface Props {
  indicator: Indicator
  opened: boolean
  onClose: () => void
}

export function ValueDrawer({ indicator, opened, onClose }: Props) {
  const t = useT()
  return (
    <Drawer opened={opened} onClose={onClose} title={t('results.say')}>
      {opened && <ValueForm key={indicator.values.length} indicator={indicator} onDone={onClose} />}
    </Drawer>
  )
}

/** Years of a plan reach ahead, and baselines back. */
const reach = { back: 6, ahead: 5 }

function ValueForm({ indicator, onDone }: { indicator: Indicator; onDone: () => void }) {
  const t = useT()
  const format = useFormat()
  const year = Number(indicator.today.slice(0, 4))
  const [initial] = useState(() => ({
    id: newId(),
    state: indicator.mayReport.length === 1 ? indicator.mayReport[0] : undefined,
    aspect: 'actual',
    period: indicator.coverage.period,
  }))
  const said = (values: unknown) => {
    const { state, aspect, period } = values as Record<string, unknown>
    return indicator.values.find(one => one.state === state && one.aspect === aspect && one.period === period)
  }
  const form = useForm({
    name: `results.value.${indicator.id}`,
    schema: bodyOf(reportValue),
    initial,
    // A comma is a decimal point on most of our keyboards.
    shape: values => {
      const { value, ...rest } = values as Record<string, unknown>
      const text = String(value ?? '')
        .replaceAll(' ', '')
        .replace(',', '.')
      return { ...rest, basedOn: said(values)?.number ?? 0, ...(text === '' ? {} : { value: Number(text) }) }
    },
    send: (body, options) => send(reportValue, { params: { id: indicator.id }, body }, options),
    onDone: () => {
      void queryClient.invalidateQueries()
      onDone()
    },
  })
  const before = said(form.values)
  const periods =
    form.get('/aspect') === 'actual'
      ? periodsUntil(indicator.frequency, year - reach.back, indicator.today).toReversed()
      : Array.from({ length: reach.back + reach.ahead + 1 }, (_, at) => String(year + reach.ahead - at))
  return (
    <Form form={form} submit={t('results.say')}>
      <p>{t('results.sayText')}</p>
      <ChoiceField
        compact
        at="/state"
        label={t('results.column.state')}
        options={indicator.mayReport.map(value => ({ value, label: format.country(value) }))}
      />
      <ChoiceField
        at="/aspect"
        label={t('results.column.aspect')}
        options={aspects.map(value => ({ value, label: t(`results.aspect.${value}`) }))}
      />
      <ChoiceField
        compact
        at="/period"
        label={t('results.column.period')}
        options={periods.map(value => ({ value, label: periodText(value, t) }))}
      />
      <TextField
        at="/value"
        label={`${t('results.column.value')} (${t(`results.unit.${indicator.unit}`)})`}
        hint={
          before
            ? t('results.saidBefore', { value: valueText(before.value, indicator.unit, format, t) })
            : t('results.valueHint')
        }
        maxLength={14}
        optional={before !== undefined}
      />
      <TextField at="/note" label={t('results.column.note')} optional maxLength={500} rows={2} />
      {before && <TextField at="/reason" label={t('results.reason')} maxLength={500} />}
    </Form>
  )
}
