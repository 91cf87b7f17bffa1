/** Changes who lives together: a name, a newcomer, another place in the family, and who moves out when and why. */
import { changeHousehold } from '@kerege/contract/people/routes'
import {
  HouseholdLeaver,
  HouseholdMember,
  type KinshipSection,
  leftReasons,
} from '@kerege/contract/people/schema'
import { line, Reason } from '@kerege/contract/common'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { z } from 'zod'
import { queryClient, send } from '../../../api.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { ChoiceField } from '../../../ui/form/ChoiceField.tsx'
import { DayField } from '../../../ui/form/DayField.tsx'
import { Drawer } from '../../../ui/Drawer.tsx'
import { FieldGroup, Form, useFormState } from '../../../ui/form/Form.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { type FormState, useForm } from '../../../ui/form/useForm.ts'
import { RoleField } from '../register/FamilyStep.tsx'
import { PersonPicker } from '../search/PersonPicker.tsx'
import css from './kinship.module.css'

type Household = NonNullable<KinshipSection['household']>
interface Props {
  household: Household
  opened: boolean
  onClose: () => void
}

/** As the form holds them: with the name that a row shows, which is no part of the command. */
interface Member {
  personId: string
  role?: string
  since?: string
  shown: string
}

const Changed = z.object({
  name: line(160),
  members: z.array(HouseholdMember.strip()).min(1).max(40),
  left: z.array(HouseholdLeaver.strip()).max(40),
  reason: Reason.optional(),
})

export function HouseholdDrawer({ household, opened, onClose }: Props) {
  const t = useT()
  return (
    <Drawer opened={opened} onClose={onClose} title={t('kinship.home.change')}>
      {opened && <HouseholdForm key={household.version} household={household} onClose={onClose} />}
    </Drawer>
  )
}

function HouseholdForm({ household, onClose }: Omit<Props, 'opened'>) {
  const t = useT()
  const [initial] = useState(() => ({
    name: household.name,
    members: household.members.map(({ personId, role, since, label }) => ({
      personId,
      role,
      since,
      shown: label,
    })),
    left: [],
  }))
  const form: FormState = useForm({
    name: `kinship.home.${household.id}`,
    schema: Changed,
    initial,
    // It is based on one version of the household: a draft would outlive it.
    draft: false,
    send: (body, options) =>
      send(
        changeHousehold,
        { params: { id: household.id }, body },
        { ...options, ifMatch: `"${household.version}"` },
      ),
    onDone: () => {
      void queryClient.invalidateQueries()
      onClose()
    },
  })
  return (
    <Form
      form={form}
      submit={t('kinship.home.save')}
      beside={
        <Button variant="subtle" size="md" onClick={onClose}>
          {t('ui.cancel')}
        </Button>
      }
    >
      <TextField at="/name" label={t('people.family.name')} maxLength={160} />
      <Members />
      <Leavers />
      <TextField at="/reason" label={t('ui.reason')} optional rows={2} maxLength={500} />
    </Form>
  )
}

function Members() {
  const t = useT()
  const format = useFormat()
  const form = useFormState()
  const members = form.get('/members') as Member[]
  const left = form.get('/left') as Member[]
  const moveOut = (at: number) => {
    const { personId, shown } = members[at] as Member
    form.set('/members', members.toSpliced(at, 1))
    form.set('/left', [...left, { personId, shown, on: format.today, why: 'moved' }])
  }
  return (
    <FieldGroup legend={t('people.family.members')} hint={t('kinship.home.hint')}>
      {members.map((member, at) => (
        <div key={member.personId} className={css.member}>
          <FieldGroup legend={member.shown}>
            <RoleField at={`/members/${at}/role`} />
            <DayField at={`/members/${at}/since`} label={t('kinship.home.since')} optional />
            {members.length > 1 && (
              <Button
                variant="default"
                aria-label={t('kinship.home.moveOutOf', { name: member.shown })}
                onClick={() => moveOut(at)}
              >
                {t('kinship.home.moveOut')}
              </Button>
            )}
          </FieldGroup>
        </div>
      ))}
      {members.length < 40 && (
        <PersonPicker
          key={members.length}
          at="/members"
          label={t('people.family.addMember')}
          hint={t('kinship.pickHint')}
          fits={row => ![...members, ...left].some(one => one.personId === row.id)}
          onPick={row =>
            form.set('/members', [...members, { personId: row.id, shown: row.label, since: format.today }])
          }
        />
      )}
    </FieldGroup>
  )
}

function Leavers() {
  const t = useT()
  const form = useFormState()
  const members = form.get('/members') as Member[]
  const left = form.get('/left') as Member[]
  if (left.length === 0) return null
  const stay = (at: number) => {
    const { personId, shown } = left[at] as Member
    form.set('/left', left.toSpliced(at, 1))
    form.set('/members', [...members, { personId, shown }])
  }
  return (
    <FieldGroup legend={t('kinship.home.leaves')}>
      {left.map((one, at) => (
        <div key={one.personId} className={css.member}>
          <FieldGroup legend={one.shown}>
            <DayField at={`/left/${at}/on`} label={t('kinship.home.on')} />
            <ChoiceField
              compact
              at={`/left/${at}/why`}
              label={t('kinship.home.why')}
              options={leftReasons.map(value => ({ value, label: t(`kinship.left.${value}`) }))}
            />
            <Button variant="default" onClick={() => stay(at)}>
              {t('kinship.home.stays')}
            </Button>
          </FieldGroup>
        </div>
      ))}
    </FieldGroup>
  )
}
