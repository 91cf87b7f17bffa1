/** Says what came of an obstacle: asked, answered, on another desk, solved and how. */
import type { Obstacle, TakenStep } from '@kerege/contract/casework/obstacles'
import { takeObstacleStep } from '@kerege/contract/casework/routes'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { bodyOf, queryClient, send } from '../../../api.ts'
import { useT } from '../../../i18n/useT.tsx'
import { Drawer } from '../../../ui/Drawer.tsx'
import { DayField } from '../../../ui/form/DayField.tsx'
import { Form } from '../../../ui/form/Form.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { useForm } from '../../../ui/form/useForm.ts'
import { toast } from '../../../ui/toasts.ts'
import { DeskFields } from './OpenObstacleDrawer.tsx'
import { doText } from './words.ts'

interface Props {
  one: Obstacle
  step: TakenStep | undefined
  onClose: () => void
}

export function StepDrawer({ one, step, onClose }: Props) {
  const t = useT()
  return (
    <Drawer opened={step !== undefined} onClose={onClose} title={step && doText(step, t)}>
      {step && <StepForm key={step} one={one} step={step} onClose={onClose} />}
    </Drawer>
  )
}

function StepForm({ one, step, onClose }: Props & { step: TakenStep }) {
  const t = useT()
  const [initial] = useState(() => ({ what: step, seen: one.version }))
  const form = useForm({
    name: `casework.step.${one.id}.${step}.${one.version}`,
    schema: bodyOf(takeObstacleStep),
    initial,
    send: (body, options) => send(takeObstacleStep, { params: { id: one.id }, body }, options),
    onDone: async () => {
      await queryClient.invalidateQueries()
      toast(t('casework.obstacles.done'))
      onClose()
    },
  })
  const dated = step === 'asked' || step === 'answered' || step === 'solved'
  return (
    <Form
      form={form}
      submit={doText(step, t)}
      beside={
        <Button variant="subtle" size="md" onClick={onClose}>
          {t('ui.cancel')}
        </Button>
      }
    >
      {step === 'moved' && <DeskFields />}
      {dated && (
        <DayField
          at="/on"
          label={t('casework.obstacles.on')}
          hint={t('casework.obstacles.onHint')}
          optional
        />
      )}
      <TextField
        at="/words"
        label={t(
          step === 'solved'
            ? 'casework.obstacles.how'
            : step === 'again'
              ? 'casework.obstacles.why'
              : 'casework.obstacles.say',
        )}
        hint={t(step === 'solved' ? 'casework.obstacles.howHint' : 'casework.obstacles.wordsHint')}
        optional={step === 'asked' || step === 'answered' || step === 'moved'}
        rows={3}
        maxLength={1000}
      />
    </Form>
  )
}
