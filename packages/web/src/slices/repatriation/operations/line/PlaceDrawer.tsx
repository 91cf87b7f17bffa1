/** Family, head, carer and bracelet of one line. While the list is closed, the family stays as it is. */
import { changeLine } from '@kerege/contract/repatriation/operations/routes'
import type { Family, LineWithSteps, Operation } from '@kerege/contract/repatriation/operations/schema'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { bodyOf, queryClient, send } from '../../../../api.ts'
import { useT } from '../../../../i18n/useT.tsx'
import { Drawer } from '../../../../ui/Drawer.tsx'
import { ChoiceField, TickField } from '../../../../ui/form/ChoiceField.tsx'
import { Form } from '../../../../ui/form/Form.tsx'
import { CountryField } from '../../../../ui/form/LanguageField.tsx'
import { SearchChoiceField } from '../../../../ui/form/SearchChoiceField.tsx'
import { TextField } from '../../../../ui/form/TextField.tsx'
import { useForm } from '../../../../ui/form/useForm.ts'
import { usePeople } from '../api.ts'

interface Props {
  operation: Operation
  line: LineWithSteps
  etag: string
  families: readonly Family[]
  opened: boolean
  onClose: () => void
}

export function PlaceDrawer(props: Props) {
  const t = useT()
  return (
    <Drawer opened={props.opened} onClose={props.onClose} title={t('operations.place')}>
      {props.opened && <PlaceForm {...props} />}
    </Drawer>
  )
}

const none = 'none'

function PlaceForm({ operation, line, etag, families, onClose }: Props) {
  const t = useT()
  const people = usePeople(operation.id).data?.body.lines ?? []
  const { familyId = none, head, carer, bracelet, forCountry } = line
  const [initial] = useState(() => ({ familyId, head, carerId: carer?.id, bracelet, forCountry }))
  const form = useForm({
    name: 'operations.place',
    draft: false,
    schema: bodyOf(changeLine),
    initial,
    shape: values => {
      const { familyId: chosen, ...rest } = values as typeof initial
      return chosen === none ? { ...rest, head: false } : { ...rest, familyId: chosen }
    },
    send: (body, options) =>
      send(
        changeLine,
        { params: { id: operation.id, lineId: line.id }, body },
        { ...options, ifMatch: etag },
      ),
    onDone: () => {
      void queryClient.invalidateQueries()
      onClose()
    },
  })
  const adults = people.filter(one => one.ageGroup === '18-59' || one.ageGroup === '60+')
  return (
    <Form
      form={form}
      submit={t('operations.save')}
      beside={
        <Button variant="subtle" size="md" onClick={onClose}>
          {t('ui.cancel')}
        </Button>
      }
    >
      {operation.list.state === 'open' && (
        <>
          <ChoiceField
            compact
            at="/familyId"
            label={t('operations.family')}
            options={[
              { value: none, label: t('operations.alone') },
              ...families.map(one => ({ value: one.id, label: one.name })),
            ]}
          />
          <TickField at="/head" label={t('operations.head')} />
        </>
      )}
      <SearchChoiceField
        at="/carerId"
        label={t('operations.carer')}
        hint={t('operations.carerHint')}
        optional
        options={adults
          .filter(one => one.id !== line.id)
          .map(one => ({ value: one.personId, label: one.name }))}
      />
      <TextField at="/bracelet" label={t('operations.bracelet')} maxLength={24} optional />
      <CountryField
        at="/forCountry"
        label={t('operations.forCountry')}
        hint={t('operations.forCountryHint')}
        optional
      />
    </Form>
  )
}
