/** Who works in the operation: duty, languages, last day. The people of the list are open to them until then. */
import { addStaff, endStaff } from '@kerege/contract/repatriation/operations/routes'
import { duties, type Operation } from '@kerege/contract/repatriation/operations/schema'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { bodyOf, queryClient, send } from '../../../../api.ts'
import { useLoaded } from '../../../../i18n/language.ts'
import { useFormat } from '../../../../i18n/useFormat.tsx'
import { useT } from '../../../../i18n/useT.tsx'
import { Card } from '../../../../ui/Card.tsx'
import { Drawer } from '../../../../ui/Drawer.tsx'
import { EmptyState } from '../../../../ui/EmptyState.tsx'
import { ChoiceField } from '../../../../ui/form/ChoiceField.tsx'
import { ColleagueField } from '../../../../ui/form/ColleagueField.tsx'
import { DayField } from '../../../../ui/form/DayField.tsx'
import { Form, useFormState } from '../../../../ui/form/Form.tsx'
import { ManyChoiceField } from '../../../../ui/form/ManyChoiceField.tsx'
import { useForm } from '../../../../ui/form/useForm.ts'
import { newId } from '../../../../ui/newId.ts'
import { Notice } from '../../../../ui/Notice.tsx'
import { useCommand } from '../api.ts'
import css from '../operations.module.css'
import { isEnded } from '../words.ts'

export function Staff({ operation }: { operation: Operation }) {
  const t = useT()
  const format = useFormat()
  const { problem, run } = useCommand()
  const [adding, add] = useState(false)
  const may = operation.may.lead && !isEnded(operation)
  return (
    <Card
      title={t('operations.staff')}
      side={
        may && (
          <Button variant="default" onClick={() => add(true)}>
            {t('operations.addStaff')}
          </Button>
        )
      }
      flush
    >
      {problem && <Notice kind="stop">{problem}</Notice>}
      {operation.staff.length === 0 && (
        <EmptyState carded={false} title={t('operations.noStaff')}>
          {t('operations.noStaffText')}
        </EmptyState>
      )}
      <ul className={css.rows}>
        {operation.staff.map(one => (
          <li key={one.id}>
            <div className={css.words}>
              <strong>
                <bdi>{one.account.name}</bdi>
              </strong>
              <div className="k-dim">
                {[
                  t(`operations.duty.${one.duty}`),
                  ...one.languages.map(format.language),
                  t('operations.untilDay', { day: format.date(one.until) }),
                ].join(' · ')}
              </div>
            </div>
            {may && (
              <Button
                variant="subtle"
                aria-label={t('operations.endStaffOf', { name: one.account.name })}
                onClick={() => void run(endStaff, { params: { id: operation.id, staffId: one.id } })}
              >
                {t('operations.endStaff')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <Drawer opened={adding} onClose={() => add(false)} title={t('operations.addStaff')}>
        {adding && <AddForm operation={operation} onClose={() => add(false)} />}
      </Drawer>
    </Card>
  )
}

function AddForm({ operation, onClose }: { operation: Operation; onClose: () => void }) {
  const t = useT()
  const [initial] = useState(() => ({ id: newId(), languages: [], until: operation.plannedTo }))
  const form = useForm({
    name: 'operations.staff',
    draft: false,
    schema: bodyOf(addStaff),
    initial,
    send: (body, options) => send(addStaff, { params: { id: operation.id }, body }, options),
    onDone: () => {
      void queryClient.invalidateQueries()
      onClose()
    },
  })
  return (
    <Form
      form={form}
      submit={t('operations.addStaff')}
      beside={
        <Button variant="subtle" size="md" onClick={onClose}>
          {t('ui.cancel')}
        </Button>
      }
    >
      <ColleagueField at="/accountId" label={t('operations.who')} />
      <ChoiceField
        compact
        at="/duty"
        label={t('operations.dutyOf')}
        options={duties.map(value => ({ value, label: t(`operations.duty.${value}`) }))}
      />
      <Languages />
      <DayField at="/until" label={t('operations.lastDay')} hint={t('operations.lastDayHint')} />
    </Form>
  )
}

/** Asked of those who interpret. */
function Languages() {
  const t = useT()
  const form = useFormState()
  const { table } = useLoaded()
  if (form.get('/duty') !== 'interpreter') return null
  return (
    <ManyChoiceField
      at="/languages"
      label={t('operations.speaks')}
      max={12}
      options={Object.entries(table.languages).map(([value, label]) => ({ value, label }))}
    />
  )
}
