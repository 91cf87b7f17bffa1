/** Adds an indicator, or changes what it says of itself. It counts what programmes do; there is no unit for people. */
import { listActions } from '@kerege/contract/council/actionRoutes'
import { frequencies } from '@kerege/contract/council/results/periods'
import { addIndicator, changeIndicator } from '@kerege/contract/council/results/routes'
import { type Indicator, indicatorUnits } from '@kerege/contract/council/results/schema'
import { useState } from 'react'
import { bodyOf, queryClient, send, useGet } from '../../../api.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { Drawer } from '../../../ui/Drawer.tsx'
import { ChoiceField, TickField } from '../../../ui/form/ChoiceField.tsx'
import { Form } from '../../../ui/form/Form.tsx'
import { ManyChoiceField } from '../../../ui/form/ManyChoiceField.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { useForm } from '../../../ui/form/useForm.ts'
import { newId } from '../../../ui/newId.ts'
import { onlySaid, TextsField } from '../parts/TextsField.tsx'

interface Props {
  /** Where a new one stands. */
  outputId?: string | undefined
  indicator?: Indicator
  opened: boolean
  onClose: () => void
}

export function IndicatorDrawer({ outputId, indicator, opened, onClose }: Props) {
  const t = useT()
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      title={t(indicator ? 'results.changeIndicator' : 'results.addIndicator')}
    >
      {opened && indicator && <Edit indicator={indicator} onDone={onClose} />}
      {opened && !indicator && outputId && <New outputId={outputId} onDone={onClose} />}
    </Drawer>
  )
}

const shape = (values: unknown) => {
  const given = values as Record<string, unknown>
  return {
    ...given,
    title: onlySaid(given.title),
    definition: onlySaid(given.definition),
    disaggregation: onlySaid(given.disaggregation),
    source: onlySaid(given.source),
    actionIds: (given.actionIds as string[] | undefined) ?? [],
  }
}
const done = (onDone: () => void) => () => {
  void queryClient.invalidateQueries()
  onDone()
}

function New({ outputId, onDone }: { outputId: string; onDone: () => void }) {
  const t = useT()
  const [initial] = useState(() => ({
    id: newId(),
    outputId,
    unit: 'number',
    frequency: 'year',
    retired: false,
  }))
  const form = useForm({
    name: `results.indicator.new.${outputId}`,
    schema: bodyOf(addIndicator),
    initial,
    shape,
    send: (body, options) => send(addIndicator, { body }, options),
    onDone: done(onDone),
  })
  return (
    <Form form={form} submit={t('initiatives.save')}>
      <Fields />
    </Form>
  )
}

function Edit({ indicator, onDone }: { indicator: Indicator; onDone: () => void }) {
  const t = useT()
  const { id, version, outputId, code, title, definition, unit, disaggregation, source, frequency } =
    indicator
  const form = useForm({
    name: `results.indicator.${id}`,
    schema: bodyOf(changeIndicator),
    initial: {
      ...{ outputId, code, title, definition, unit, disaggregation, source, frequency },
      actionIds: indicator.actionIds,
      retired: indicator.retired,
    },
    shape,
    send: (body, options) =>
      send(changeIndicator, { params: { id }, body }, { ...options, ifMatch: `"${version}"` }),
    onDone: done(onDone),
  })
  return (
    <Form form={form} submit={t('initiatives.save')}>
      <Fields />
      <TickField at="/retired" label={t('initiatives.retired')} hint={t('results.retiredHint')} />
    </Form>
  )
}

function Fields() {
  const t = useT()
  const format = useFormat()
  const actions = useGet(listActions, { query: { limit: 200 } }).data?.body.rows ?? []
  return (
    <>
      <TextField at="/code" label={t('results.code')} hint={t('results.codeHint')} maxLength={16} />
      <TextsField at="/title" legend={t('results.column.title')} maxLength={500} required={[]} />
      <TextsField
        at="/definition"
        legend={t('results.definition')}
        hint={t('results.definitionHint')}
        rows={2}
        maxLength={2000}
        required={[]}
      />
      <ChoiceField
        at="/unit"
        label={t('results.unit')}
        hint={t('results.unitHint')}
        options={indicatorUnits.map(value => ({ value, label: t(`results.unit.${value}`) }))}
      />
      <ChoiceField
        at="/frequency"
        label={t('results.frequency')}
        options={frequencies.map(value => ({ value, label: t(`results.frequency.${value}`) }))}
      />
      <TextsField at="/disaggregation" legend={t('results.disaggregation')} maxLength={500} required={[]} />
      <TextsField at="/source" legend={t('results.source')} maxLength={500} required={[]} />
      <ManyChoiceField
        at="/actionIds"
        label={t('initiatives.column.actions')}
        optional
        max={20}
        options={actions.map(one => ({ value: one.id, label: format.text(one.title).text }))}
      />
    </>
  )
}
