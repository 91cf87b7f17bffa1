/** Joins people to one family: this person, and others of the register who live with them. */
import { line } from '@kerege/contract/common'
import { Button } from '@mantine/core'
import { makeHousehold } from '@kerege/contract/people/routes'
import { HouseholdMember, type Person } from '@kerege/contract/people/schema'
import { useState } from 'react'
import { z } from 'zod'
import { queryClient, send } from '../../../api.ts'
import { useT } from '../../../i18n/useT.tsx'
import { Drawer } from '../../../ui/Drawer.tsx'
import { FieldGroup, Form, useFormState } from '../../../ui/form/Form.tsx'
import { RepeatField } from '../../../ui/form/RepeatField.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { type FormState, useForm } from '../../../ui/form/useForm.ts'
import { newId } from '../../../ui/newId.ts'
import css from '../people.module.css'
import { RoleField } from '../register/FamilyStep.tsx'
import { PersonPicker } from '../search/PersonPicker.tsx'
import { usePersonName } from './usePersonName.tsx'

interface Props {
  person: Person
  opened: boolean
  onClose: () => void
}

const Household = z.object({
  id: z.uuid(),
  name: line(160),
  // What a row shows of a person is not part of the command.
  members: z.array(HouseholdMember.strip()).min(1).max(40),
})

export function NewFamilyDrawer({ person, opened, onClose }: Props) {
  const t = useT()
  return (
    <Drawer opened={opened} onClose={onClose} title={t('people.family.make')}>
      {opened && <FamilyForm person={person} onClose={onClose} />}
    </Drawer>
  )
}

function FamilyForm({ person, onClose }: Omit<Props, 'opened'>) {
  const t = useT()
  const [initial] = useState(() => ({ id: newId(), members: [{ personId: person.id }] }))
  const form: FormState = useForm({
    name: `people.family.${person.id}`,
    schema: Household,
    initial,
    send: (body, options) => send(makeHousehold, { body }, options),
    onDone: () => {
      form.startOver()
      void queryClient.invalidateQueries()
      onClose()
    },
  })
  return (
    <Form
      form={form}
      submit={t('people.family.make')}
      beside={
        <Button variant="subtle" size="md" onClick={onClose}>
          {t('ui.cancel')}
        </Button>
      }
    >
      <TextField at="/name" label={t('people.family.name')} maxLength={160} />
      <FieldGroup legend={t('people.family.members')} hint={t('people.family.members.hint')}>
        <RepeatField
          at="/members"
          legend={n => t('people.family.memberNo', { n })}
          add={t('people.family.addMember')}
          blank={() => ({})}
          min={1}
          max={40}
        >
          {at => <MemberFields at={at} self={person} />}
        </RepeatField>
      </FieldGroup>
    </Form>
  )
}

function MemberFields({ at, self }: { at: string; self: Person }) {
  const t = useT()
  const form = useFormState()
  const own = usePersonName(self)
  const chosen = form.get(`${at}/personId`)
  const members = (form.get('/members') ?? []) as { personId?: string }[]
  if (chosen === undefined) {
    return (
      <PersonPicker
        at={`${at}/personId`}
        label={t('people.family.who')}
        hint={t('people.searchHint')}
        fits={row => row.householdId === undefined && !members.some(member => member.personId === row.id)}
        onPick={row => form.set(at, { ...(form.get(at) as object), personId: row.id, shown: row.label })}
      />
    )
  }
  return (
    <>
      <strong className={css.name}>
        {chosen === self.id ? own : <bdi>{String(form.get(`${at}/shown`) ?? '')}</bdi>}
      </strong>
      <RoleField at={`${at}/role`} />
    </>
  )
}
