/** One leg: how, from where to where, in what, when. Legs of one number go side by side. */
import { writeLeg } from '@kerege/contract/repatriation/operations/routes'
import { type Leg, legKinds, type Operation } from '@kerege/contract/repatriation/operations/schema'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { bodyOf, queryClient, send } from '../../../../api.ts'
import { useT } from '../../../../i18n/useT.tsx'
import { Drawer } from '../../../../ui/Drawer.tsx'
import { ChoiceField } from '../../../../ui/form/ChoiceField.tsx'
import { NumberField } from '../../../../ui/form/DateField.tsx'
import { Form } from '../../../../ui/form/Form.tsx'
import { CountryField } from '../../../../ui/form/LanguageField.tsx'
import { TextField } from '../../../../ui/form/TextField.tsx'
import { useForm } from '../../../../ui/form/useForm.ts'
import { newId } from '../../../../ui/newId.ts'
import { MomentField } from '../../../council/parts/MomentField.tsx'

interface Props {
  operation: Operation
  leg: Leg | 'new' | undefined
  onClose: () => void
  onEnd: (legId: string) => void
}

export function LegDrawer({ operation, leg, onClose, onEnd }: Props) {
  const t = useT()
  return (
    <Drawer
      opened={leg !== undefined}
      onClose={onClose}
      title={t(leg === 'new' ? 'operations.addLeg' : 'operations.change')}
    >
      {leg && (
        <LegForm
          key={leg === 'new' ? leg : leg.id}
          {...{ operation, onClose, onEnd }}
          leg={leg === 'new' ? undefined : leg}
        />
      )}
    </Drawer>
  )
}

function LegForm({ operation, leg, onClose, onEnd }: Omit<Props, 'leg'> & { leg: Leg | undefined }) {
  const t = useT()
  const [legId] = useState(() => leg?.id ?? newId())
  const [initial] = useState(() => {
    if (!leg) return { ordinal: Math.max(0, ...operation.legs.map(one => one.ordinal)) + 1 }
    const { id: _, version: _v, people: _p, ...fields } = leg
    return fields
  })
  const form = useForm({
    name: 'operations.leg',
    draft: false,
    schema: bodyOf(writeLeg),
    initial,
    send: (body, options) => send(writeLeg, { params: { id: operation.id, legId }, body }, options),
    onDone: () => {
      void queryClient.invalidateQueries()
      onClose()
    },
  })
  return (
    <Form
      form={form}
      submit={t('operations.save')}
      beside={
        leg && operation.list.state === 'open' ? (
          <Button variant="subtle" size="md" onClick={() => onEnd(leg.id)}>
            {t('operations.takeAway')}
          </Button>
        ) : (
          <Button variant="subtle" size="md" onClick={onClose}>
            {t('ui.cancel')}
          </Button>
        )
      }
    >
      <NumberField at="/ordinal" label={t('operations.ordinal')} hint={t('operations.ordinalHint')} />
      <ChoiceField
        at="/kind"
        label={t('operations.legKind')}
        options={legKinds.map(value => ({ value, label: t(`operations.legKind.${value}`) }))}
      />
      <TextField at="/fromPlace" label={t('operations.fromPlace')} maxLength={160} />
      <TextField at="/toPlace" label={t('operations.toPlace')} maxLength={160} />
      <TextField
        at="/vehicle"
        label={t('operations.vehicle')}
        hint={t('operations.vehicleHint')}
        maxLength={80}
        optional
      />
      <NumberField at="/seats" label={t('operations.seats')} optional />
      <MomentField at="/departsAt" label={t('operations.departs')} hint={t('operations.utc')} optional />
      <MomentField at="/arrivesAt" label={t('operations.arrives')} hint={t('operations.utc')} optional />
      <CountryField
        at="/ofCountry"
        label={t('operations.ofCountry')}
        hint={t('operations.ofCountryHint')}
        optional
      />
    </Form>
  )
}
