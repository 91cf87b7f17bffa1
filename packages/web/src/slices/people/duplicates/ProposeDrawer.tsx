/** "May be the same person as …": puts a pair into the queue of those who decide. Nothing changes by it. */
import { ProposePair } from '@kerege/contract/people/duplicates/schema'
import { proposePair } from '@kerege/contract/people/duplicates/routes'
import type { Person, PersonRow } from '@kerege/contract/people/schema'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { send } from '../../../api.ts'
import { useT } from '../../../i18n/useT.tsx'
import { Drawer } from '../../../ui/Drawer.tsx'
import { Form, useFormState } from '../../../ui/form/Form.tsx'
import { type FormState, useForm } from '../../../ui/form/useForm.ts'
import { newId } from '../../../ui/newId.ts'
import { toast } from '../../../ui/toasts.ts'
import css from '../people.module.css'
import { PersonPicker } from '../search/PersonPicker.tsx'
import { Spelling } from '../Spelling.tsx'

interface Props {
  person: Person
  opened: boolean
  onClose: () => void
}

export function ProposeDrawer({ person, opened, onClose }: Props) {
  const t = useT()
  return (
    <Drawer opened={opened} onClose={onClose} title={t('people.dup.proposeTitle')}>
      {opened && <ProposeForm id={person.id} onClose={onClose} />}
    </Drawer>
  )
}

function ProposeForm({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useT()
  const [initial] = useState(() => ({ id: newId(), one: id }))
  const form: FormState = useForm({
    name: `people.propose.${id}`,
    schema: ProposePair,
    initial,
    draft: false,
    send: (body, options) => send(proposePair, { body }, options),
    onDone: () => {
      toast(t('people.dup.proposed'))
      onClose()
    },
  })
  return (
    <Form
      form={form}
      submit={t('people.dup.proposeAct')}
      beside={
        <Button variant="subtle" size="md" onClick={onClose}>
          {t('ui.cancel')}
        </Button>
      }
    >
      <p>{t('people.dup.proposeText')}</p>
      <Other id={id} />
    </Form>
  )
}

function Other({ id }: { id: string }) {
  const t = useT()
  const form = useFormState()
  const [picked, pick] = useState<PersonRow>()
  if (picked) {
    return (
      <div className={css.picked}>
        <strong>
          <Spelling text={picked.label} />
        </strong>
        <Button variant="subtle" onClick={() => pick(undefined)}>
          {t('people.dup.proposeOther')}
        </Button>
      </div>
    )
  }
  return (
    <PersonPicker
      at="/other"
      label={t('people.dup.proposeWho')}
      hint={t('people.searchHint')}
      fits={row => row.id !== id}
      onPick={row => {
        pick(row)
        form.set('/other', row.id)
      }}
    />
  )
}
