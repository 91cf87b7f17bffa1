/** What a member of the panel thinks is best, in their own words; and, of a decision that was proposed, that they see it differently. */
import { sayOpinion } from '@kerege/contract/meetings/interestRoutes'
import type { Interests, Member, Panel } from '@kerege/contract/meetings/interests'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { bodyOf, send } from '../../../api.ts'
import { useT } from '../../../i18n/useT.tsx'
import { Drawer } from '../../../ui/Drawer.tsx'
import { ChoiceField, TickField } from '../../../ui/form/ChoiceField.tsx'
import { Form, useFormState } from '../../../ui/form/Form.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { useForm } from '../../../ui/form/useForm.ts'
import { toast } from '../../../ui/toasts.ts'
import { readAgain } from '../api.ts'

interface Props {
  one: Interests
  panel: Panel
  mine: Member | undefined
  onClose: () => void
}

export function OpinionDrawer({ opened, ...props }: Props & { opened: boolean }) {
  const t = useT()
  return (
    <Drawer opened={opened} onClose={props.onClose} title={t('interests.opinion')}>
      {opened && <OpinionForm {...props} />}
    </Drawer>
  )
}

function OpinionForm({ one, panel, mine, onClose }: Props) {
  const t = useT()
  const [initial] = useState(() => ({
    option: mine?.option,
    words: mine?.words,
    dissents: mine?.dissents ?? false,
    dissentWords: mine?.dissentWords,
    approvalId: panel.approvalId,
  }))
  const form = useForm({
    name: `meetings.opinion.${panel.id}.${panel.approvalId ?? panel.state}`,
    schema: bodyOf(sayOpinion),
    initial,
    send: (body, options) => send(sayOpinion, { params: { id: panel.id }, body }, options),
    onDone: () => {
      readAgain()
      toast(t('meetings.kept'))
      onClose()
    },
  })
  return (
    <Form
      form={form}
      submit={t('interests.opinion.keep')}
      beside={
        <Button variant="subtle" size="md" onClick={onClose}>
          {t('ui.cancel')}
        </Button>
      }
    >
      <ChoiceField
        at="/option"
        label={t('interests.opinion.option')}
        options={one.content.options.map(it => ({ value: it.id, label: it.words }))}
      />
      <TextField at="/words" label={t('interests.opinion.words')} rows={4} maxLength={3000} />
      {panel.state === 'proposed' && <Dissent />}
    </Form>
  )
}

function Dissent() {
  const t = useT()
  const form = useFormState()
  return (
    <>
      <TickField at="/dissents" label={t('interests.dissent')} hint={t('interests.dissentHint')} />
      {form.get('/dissents') === true && (
        <TextField at="/dissentWords" label={t('interests.dissentWords')} rows={3} maxLength={2000} />
      )}
    </>
  )
}
