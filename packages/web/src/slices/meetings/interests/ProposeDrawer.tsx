/** The decision of a panel in words: what, why, what follows from it, and when it is looked at again. Its members agree to it, or say why not. */
import { proposeDecision } from '@kerege/contract/meetings/interestRoutes'
import type { Interests, Panel } from '@kerege/contract/meetings/interests'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { bodyOf, send } from '../../../api.ts'
import { useT } from '../../../i18n/useT.tsx'
import { Drawer } from '../../../ui/Drawer.tsx'
import { ChoiceField } from '../../../ui/form/ChoiceField.tsx'
import { DayField } from '../../../ui/form/DayField.tsx'
import { Form } from '../../../ui/form/Form.tsx'
import { RepeatField } from '../../../ui/form/RepeatField.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { useForm } from '../../../ui/form/useForm.ts'
import { newId } from '../../../ui/newId.ts'
import { toast } from '../../../ui/toasts.ts'
import { readAgain } from '../api.ts'
import { FollowUpFields } from '../FollowUpFields.tsx'

interface Props {
  one: Interests
  panel: Panel
  onClose: () => void
}

export function ProposeDrawer({ opened, ...props }: Props & { opened: boolean }) {
  const t = useT()
  return (
    <Drawer opened={opened} onClose={props.onClose} title={t('interests.propose')}>
      {opened && <ProposeForm {...props} />}
    </Drawer>
  )
}

function ProposeForm({ one, panel, onClose }: Props) {
  const t = useT()
  // What came back is changed and not written anew.
  const [initial] = useState(() => ({
    seen: panel.version,
    option: panel.decision?.option,
    words: panel.decision?.words,
    reasons: panel.decision?.reasons,
    reviewOn: panel.decision?.reviewOn,
    followUps: (panel.decision?.followUps ?? []).map(it => ({
      id: newId(),
      words: it.words,
      ownerId: it.owner?.id,
      who: it.who,
      due: it.due,
    })),
  }))
  const form = useForm({
    name: `meetings.propose.${panel.id}.${panel.version}`,
    schema: bodyOf(proposeDecision),
    initial,
    send: (body, options) => send(proposeDecision, { params: { id: panel.id }, body }, options),
    onDone: () => {
      readAgain()
      toast(t('meetings.kept'))
      onClose()
    },
  })
  return (
    <Form
      form={form}
      submit={t('interests.propose.keep')}
      beside={
        <Button variant="subtle" size="md" onClick={onClose}>
          {t('ui.cancel')}
        </Button>
      }
    >
      <p className="k-dim">{t('interests.propose.text', { n: panel.quorum })}</p>
      <ChoiceField
        at="/option"
        label={t('interests.decision')}
        options={one.content.options.map(it => ({ value: it.id, label: it.words }))}
      />
      <TextField at="/words" label={t('interests.decisionWords')} rows={3} maxLength={2000} />
      <TextField
        at="/reasons"
        label={t('interests.decisionReasons')}
        hint={t('interests.reasonsHint')}
        rows={4}
        maxLength={4000}
      />
      <DayField at="/reviewOn" label={t('interests.reviewOn')} />
      <h3>{t('interests.followUps')}</h3>
      <RepeatField
        at="/followUps"
        legend={n => t('interests.followUpNo', { n })}
        add={t('interests.followUpAdd')}
        blank={() => ({ id: newId() })}
        max={12}
      >
        {at => <FollowUpFields at={at} label={t('interests.followUpWords')} dated />}
      </RepeatField>
    </Form>
  )
}
