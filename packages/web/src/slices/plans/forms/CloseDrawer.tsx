/** What came of a goal: the worker says it, and the family says it for itself; neither is corrected by the other. */
import { closeGoal } from '@kerege/contract/plans/routes'
import type { PlanGoal } from '@kerege/contract/plans/schema'
import { goalOutcomes } from '@kerege/contract/plans/states'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { bodyOf, send } from '../../../api.ts'
import { useT } from '../../../i18n/useT.tsx'
import { Drawer } from '../../../ui/Drawer.tsx'
import { ChoiceField } from '../../../ui/form/ChoiceField.tsx'
import { FieldGroup, Form } from '../../../ui/form/Form.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { useForm } from '../../../ui/form/useForm.ts'
import { readAgain } from '../api.ts'

interface Props {
  goal: PlanGoal
  onClose: () => void
}

export function CloseDrawer({ opened, ...props }: Props & { opened: boolean }) {
  const t = useT()
  return (
    <Drawer opened={opened} onClose={props.onClose} title={t('plans.outcome')}>
      {opened && <CloseForm {...props} />}
    </Drawer>
  )
}

function CloseForm({ goal, onClose }: Props) {
  const t = useT()
  const { outcome } = goal
  const [initial] = useState(() =>
    outcome
      ? { came: outcome.came, words: outcome.words, family: outcome.family, familyWords: outcome.familyWords }
      : {},
  )
  const form = useForm({
    name: `plans.outcome.${goal.id}`,
    schema: bodyOf(closeGoal),
    initial,
    send: (sent, options) => send(closeGoal, { params: { id: goal.id }, body: sent }, options),
    onDone: () => {
      readAgain()
      onClose()
    },
  })
  const options = goalOutcomes.map(value => ({ value, label: t(`plans.came.${value}`) }))
  return (
    <Form
      form={form}
      submit={t('plans.outcome.keep')}
      beside={
        <Button variant="subtle" size="md" onClick={onClose}>
          {t('ui.cancel')}
        </Button>
      }
    >
      <p lang={goal.language} dir="auto">
        {t('plans.quote', { text: goal.words })}
      </p>
      <FieldGroup legend={t('plans.outcome.worker')}>
        <ChoiceField at="/came" label={t('plans.came')} options={options} />
        <TextField at="/words" label={t('plans.outcome.words')} rows={2} maxLength={1000} />
      </FieldGroup>
      <FieldGroup legend={t('plans.outcome.family')}>
        <ChoiceField at="/family" label={t('plans.came')} options={options} />
        <TextField at="/familyWords" label={t('plans.theirWords')} rows={2} maxLength={1000} />
      </FieldGroup>
    </Form>
  )
}
