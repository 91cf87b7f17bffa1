/** Brings a colleague beside a person: as their own work, for a task, or for one sitting. Always with a reason. */
import { grantPerson } from '@kerege/contract/people/routes'
import { Id, PlainDate, Reason } from '@kerege/contract/common'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { z } from 'zod'
import { queryClient, send } from '../../../api.ts'
import { useT } from '../../../i18n/useT.tsx'
import { ChoiceField } from '../../../ui/form/ChoiceField.tsx'
import { ColleagueField } from '../../../ui/form/ColleagueField.tsx'
import { DayField } from '../../../ui/form/DayField.tsx'
import { Drawer } from '../../../ui/Drawer.tsx'
import { Form, useFormState } from '../../../ui/form/Form.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { type FormState, useForm } from '../../../ui/form/useForm.ts'
import { newId } from '../../../ui/newId.ts'

interface Props {
  id: string
  opened: boolean
  onClose: () => void
}

// As the route's body, and what the node asks beyond its shape: a task and a sitting have a last day.
const given = { id: Id, accountId: Id, reason: Reason }
const Grant = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('own'), ...given }),
  z.object({ kind: z.literal('task'), until: PlainDate, ...given }),
  z.object({ kind: z.literal('sitting'), until: PlainDate, ...given }),
])

const kinds = ['own', 'task', 'sitting'] as const

export function GiveDrawer({ id, opened, onClose }: Props) {
  const t = useT()
  return (
    <Drawer opened={opened} onClose={onClose} title={t('people.beside.add')}>
      {opened && <GiveForm id={id} onClose={onClose} />}
    </Drawer>
  )
}

function GiveForm({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useT()
  const [initial] = useState(() => ({ id: newId(), kind: 'own' }))
  const form: FormState = useForm({
    name: `people.grant.${id}`,
    schema: Grant,
    initial,
    send: (body, options) => send(grantPerson, { params: { id }, body }, options),
    onDone: () => {
      form.startOver()
      void queryClient.invalidateQueries()
      onClose()
    },
  })
  return (
    <Form
      form={form}
      submit={t('people.beside.act')}
      beside={
        <Button variant="subtle" size="md" onClick={onClose}>
          {t('ui.cancel')}
        </Button>
      }
    >
      <ColleagueField at="/accountId" label={t('people.colleague')} />
      <ChoiceField
        at="/kind"
        label={t('people.grant.kind')}
        options={kinds.map(value => ({
          value,
          label: t(`people.grant.${value}`),
          hint: t(`people.grant.${value}.hint`),
        }))}
      />
      <LastDay />
      <TextField at="/reason" label={t('ui.reason')} rows={2} maxLength={500} />
    </Form>
  )
}

function LastDay() {
  const t = useT()
  const form = useFormState()
  if (form.get('/kind') === 'own') return null
  return <DayField at="/until" label={t('people.lastDay')} />
}
