/** Takes a step: what the program cannot know is said in words, with the reason and, for a closing, the outcome. */
import { takeCaseStep } from '@kerege/contract/cases/routes'
import type { Case } from '@kerege/contract/cases/schema'
import { outcomes } from '@kerege/contract/cases/states'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { bodyOf, queryClient, send } from '../../../api.ts'
import { useT } from '../../../i18n/useT.tsx'
import { Drawer } from '../../../ui/Drawer.tsx'
import { ChoiceField } from '../../../ui/form/ChoiceField.tsx'
import { Form } from '../../../ui/form/Form.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { useForm } from '../../../ui/form/useForm.ts'
import { toast } from '../../../ui/toasts.ts'
import { doText } from './words.ts'

export type OpenStep = Case['open'][number]

interface Props {
  one: Case
  step: OpenStep | undefined
  onClose: () => void
}

export function StepDrawer({ one, step, onClose }: Props) {
  const t = useT()
  return (
    <Drawer opened={step !== undefined} onClose={onClose} title={step && doText(one.state, step.to, t)}>
      {step && <StepForm key={step.to} one={one} step={step} onClose={onClose} />}
    </Drawer>
  )
}

function StepForm({ one, step, onClose }: Props & { step: OpenStep }) {
  const t = useT()
  const [initial] = useState(() => ({
    to: step.to,
    seen: one.version,
    said: step.asks.map(guard => ({ guard })),
  }))
  const form = useForm({
    name: `cases.step.${one.id}.${step.to}.${one.version}`,
    schema: bodyOf(takeCaseStep),
    initial,
    send: (body, options) => send(takeCaseStep, { params: { id: one.id }, body }, options),
    onDone: async () => {
      await queryClient.invalidateQueries()
      toast(t('cases.step.done'))
      onClose()
    },
  })
  return (
    <Form
      form={form}
      submit={doText(one.state, step.to, t)}
      beside={
        <Button variant="subtle" size="md" onClick={onClose}>
          {t('ui.cancel')}
        </Button>
      }
    >
      {step.to === 'closing' && <p className="k-dim">{t('cases.step.closingText')}</p>}
      {step.asks.map((guard, at) => (
        <TextField
          key={guard}
          at={`/said/${at}/words`}
          label={t(`cases.said.${guard}`)}
          hint={t(`cases.said.${guard}Hint`)}
          rows={3}
          maxLength={2000}
        />
      ))}
      {step.to === 'closing' && (
        <ChoiceField
          at="/outcome"
          label={t('cases.outcome')}
          options={outcomes.map(value => ({ value, label: t(`cases.outcome.${value}`) }))}
        />
      )}
      {step.reason && <TextField at="/reason" label={t('ui.reason')} rows={2} maxLength={500} />}
    </Form>
  )
}
