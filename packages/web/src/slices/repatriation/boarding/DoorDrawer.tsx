/** Somebody who is on no list: name as one hears it, how old they look, with whom they came, a number for the wrist. */
import {
  type AtDoor,
  AtDoor as AtDoorShape,
  type MarkedLine,
} from '@kerege/contract/repatriation/boarding/schema'
import type { BoardRow } from '@kerege/contract/repatriation/boarding/view'
import { useMemo, useState } from 'react'
import { useT } from '../../../i18n/useT.tsx'
import { Drawer } from '../../../ui/Drawer.tsx'
import { ChoiceField } from '../../../ui/form/ChoiceField.tsx'
import { Form } from '../../../ui/form/Form.tsx'
import { SearchChoiceField } from '../../../ui/form/SearchChoiceField.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { useForm } from '../../../ui/form/useForm.ts'
import { newId } from '../../../ui/newId.ts'
import { addSomebody } from './acts.ts'
import type { Place } from './place.ts'

interface Props {
  opened: boolean
  place: Place
  rows: readonly BoardRow[]
  onClose: () => void
  onAdded: (answer: MarkedLine | undefined, name: string) => void
}

export function DoorDrawer(props: Props) {
  const t = useT()
  return (
    <Drawer opened={props.opened} onClose={props.onClose} title={t('boarding.notOnList')}>
      {props.opened && <DoorForm {...props} />}
    </Drawer>
  )
}

function DoorForm({ place, rows, onAdded }: Props) {
  const t = useT()
  const [ids] = useState(() => ({ markId: newId(), lineId: newId(), personId: newId() }))
  const together = useMemo(
    () =>
      rows.map(({ line }) => ({
        value: line.id,
        label: line.name,
        words: [...line.otherNames, line.bracelet ?? ''],
      })),
    [rows],
  )
  const form = useForm({
    name: 'boarding.door',
    schema: AtDoorShape,
    // A name heard at a door lies in no draft beside the sealed queue.
    draft: false,
    initial: { ...ids, ...(place.legId ? { legId: place.legId } : {}) },
    shape: withAge,
    send: async (body: AtDoor) => ({ answer: await addSomebody(place, body), name: body.name }),
    onDone: ({ answer, name }) => onAdded(answer, name),
  })
  return (
    <Form form={form} submit={t('boarding.addAndTick')}>
      <TextField
        at="/name"
        label={t('boarding.door.name')}
        hint={t('boarding.door.nameHint')}
        maxLength={160}
      />
      <ChoiceField
        at="/sex"
        label={t('boarding.door.sex')}
        options={(['female', 'male', 'unknown'] as const).map(value => ({
          value,
          label: t(`boarding.door.sex.${value}`),
        }))}
      />
      <TextField
        at="/age"
        label={t('boarding.door.age')}
        hint={t('boarding.door.ageHint')}
        kind="code"
        maxLength={3}
        optional
      />
      <SearchChoiceField
        at="/withLineId"
        label={t('boarding.door.with')}
        hint={t('boarding.door.withHint')}
        options={together}
        optional
      />
      <TextField at="/withWhom" label={t('boarding.door.withWhom')} maxLength={120} optional />
      <TextField at="/bracelet" label={t('boarding.door.bracelet')} maxLength={24} optional />
    </Form>
  )
}

/** Typed as text, since a number field of a phone offers more than years. */
function withAge(values: unknown): unknown {
  const { age, ...rest } = values as { age?: string }
  if (age === undefined || age === '') return rest
  return { ...rest, age: /^\d{1,3}$/.test(age) ? Number(age) : age }
}
