/** A review with the family: for each goal what changed since, and what they say of it all. */
import { reviewPlan } from '@kerege/contract/plans/routes'
import type { Plan } from '@kerege/contract/plans/schema'
import { progresses } from '@kerege/contract/plans/states'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { bodyOf, send } from '../../../api.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { Drawer } from '../../../ui/Drawer.tsx'
import { ChoiceField } from '../../../ui/form/ChoiceField.tsx'
import { DayField } from '../../../ui/form/DayField.tsx'
import { FieldGroup, Form } from '../../../ui/form/Form.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { useForm } from '../../../ui/form/useForm.ts'
import { newId } from '../../../ui/newId.ts'
import { readAgain } from '../api.ts'

interface Props {
  plan: Plan
  onClose: () => void
}

export function ReviewDrawer({ opened, ...props }: Props & { opened: boolean }) {
  const t = useT()
  return (
    <Drawer opened={opened} onClose={props.onClose} title={t('plans.review')}>
      {opened && <ReviewForm {...props} />}
    </Drawer>
  )
}

function ReviewForm({ plan, onClose }: Props) {
  const t = useT()
  const { today } = useFormat()
  const goals = plan.goals.filter(goal => !goal.outcome && goal.writable)
  const [initial] = useState(() => ({
    id: newId(),
    on: today,
    goals: goals.map(goal => ({ thread: goal.thread })),
  }))
  const form = useForm({
    name: `plans.review.${plan.id}`,
    schema: bodyOf(reviewPlan),
    initial,
    send: (sent, options) => send(reviewPlan, { params: { id: plan.id }, body: sent }, options),
    onDone: () => {
      readAgain()
      onClose()
    },
  })
  return (
    <Form
      form={form}
      submit={t('plans.review.keep')}
      beside={
        <Button variant="subtle" size="md" onClick={onClose}>
          {t('ui.cancel')}
        </Button>
      }
    >
      <DayField at="/on" label={t('plans.on')} />
      {goals.map((goal, at) => (
        <FieldGroup key={goal.id} legend={t('plans.quote', { text: goal.words })}>
          <ChoiceField
            at={`/goals/${at}/progress`}
            label={t('plans.progress')}
            options={progresses.map(value => ({ value, label: t(`plans.progress.${value}`) }))}
          />
          <TextField
            at={`/goals/${at}/words`}
            label={t('plans.progress.words')}
            optional
            rows={2}
            maxLength={1000}
          />
        </FieldGroup>
      ))}
      <TextField at="/familyWords" label={t('plans.theirWords')} optional rows={2} maxLength={1000} />
    </Form>
  )
}
