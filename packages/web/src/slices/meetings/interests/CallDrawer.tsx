/** Calls a panel: members of several agencies, nobody who works with the child. They see the file until they have decided. */
import { callPanel } from '@kerege/contract/meetings/interestRoutes'
import type { Interests } from '@kerege/contract/meetings/interests'
import { mayKnock } from '@kerege/contract/access/roles'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { bodyOf, send } from '../../../api.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { Drawer } from '../../../ui/Drawer.tsx'
import { ColleagueField } from '../../../ui/form/ColleagueField.tsx'
import { DayField } from '../../../ui/form/DayField.tsx'
import { Form } from '../../../ui/form/Form.tsx'
import { RepeatField } from '../../../ui/form/RepeatField.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import type { Colleague } from '../../../ui/form/useColleagues.ts'
import { useForm } from '../../../ui/form/useForm.ts'
import { newId } from '../../../ui/newId.ts'
import { toast } from '../../../ui/toasts.ts'
import { readAgain } from '../api.ts'

interface Props {
  one: Interests
  onClose: () => void
}

export function CallDrawer({ opened, ...props }: Props & { opened: boolean }) {
  const t = useT()
  return (
    <Drawer opened={opened} onClose={props.onClose} title={t('interests.call')}>
      {opened && <CallForm {...props} />}
    </Drawer>
  )
}

/** Whose role can sit; whether they can on this one is the node's answer. */
const sits = ({ roles }: Colleague) =>
  roles.some(role => mayKnock(role, 'interests.read') && mayKnock(role, 'approvals.decide'))

function CallForm({ one, onClose }: Props) {
  const t = useT()
  const { today } = useFormat()
  const [initial] = useState(() => ({
    id: newId(),
    seen: one.version,
    day: today,
    members: Array.from({ length: one.rule.members }, () => ({ id: newId() })),
  }))
  const form = useForm({
    name: `meetings.panel.${one.id}`,
    schema: bodyOf(callPanel),
    initial,
    send: (body, options) => send(callPanel, { params: { id: one.id }, body }, options),
    onDone: () => {
      readAgain()
      toast(t('meetings.kept'))
      onClose()
    },
  })
  return (
    <Form
      form={form}
      submit={t('interests.call')}
      beside={
        <Button variant="subtle" size="md" onClick={onClose}>
          {t('ui.cancel')}
        </Button>
      }
    >
      <p>{t('interests.call.text', one.rule)}</p>
      <DayField at="/day" label={t('meetings.day')} />
      <TextField at="/time" label={t('meetings.time')} hint={t('meetings.timeHint')} maxLength={5} />
      <TextField
        at="/place"
        label={t('meetings.place')}
        hint={t('meetings.placeHint')}
        optional
        maxLength={160}
      />
      <h3>{t('interests.members')}</h3>
      <RepeatField
        at="/members"
        legend={n => t(n === 1 ? 'interests.memberLeads' : 'interests.memberNo', { n })}
        add={t('interests.memberAdd')}
        blank={() => ({ id: newId() })}
        min={1}
        max={9}
      >
        {at => <ColleagueField at={`${at}/accountId`} label={t('interests.member')} only={sits} />}
      </RepeatField>
    </Form>
  )
}
