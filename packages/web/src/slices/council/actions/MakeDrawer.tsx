/** Who does what until when: from a decision, or carried on from an earlier promise. */
import { makeAction } from '@kerege/contract/council/actionRoutes'
import { listParties } from '@kerege/contract/council/routes'
import { useState } from 'react'
import { bodyOf, queryClient, send, useGet } from '../../../api.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { Drawer } from '../../../ui/Drawer.tsx'
import { DayField } from '../../../ui/form/DayField.tsx'
import { Form } from '../../../ui/form/Form.tsx'
import { SearchChoiceField } from '../../../ui/form/SearchChoiceField.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { useForm } from '../../../ui/form/useForm.ts'
import { newId } from '../../../ui/newId.ts'
import { partyText } from '../parts/Said.tsx'
import { onlySaid, TextsField } from '../parts/TextsField.tsx'
import { usePlanNames } from '../plans/api.ts'

interface Props {
  opened: boolean
  onClose: () => void
  decisionId?: string
  carriesOn?: string
}

export function MakeDrawer({ opened, ...rest }: Props) {
  const t = useT()
  return (
    <Drawer opened={opened} onClose={rest.onClose} title={t('council.action.new')}>
      {opened && <MakeForm {...rest} />}
    </Drawer>
  )
}

const shape = (values: unknown) => {
  const given = values as Record<string, unknown>
  return { ...given, title: onlySaid(given.title), measure: onlySaid(given.measure) }
}

function MakeForm({ onClose, decisionId, carriesOn }: Omit<Props, 'opened'>) {
  const t = useT()
  const format = useFormat()
  const plans = usePlanNames()
  const parties = useGet(listParties, {}).data?.body.rows ?? []
  const [initial] = useState(() => ({
    id: newId(),
    ...(decisionId ? { decisionId } : {}),
    ...(carriesOn ? { carriesOn } : {}),
  }))
  const form = useForm({
    name: `council.action.new.${decisionId ?? carriesOn ?? ''}`,
    schema: bodyOf(makeAction),
    initial,
    shape,
    send: (body, options) => send(makeAction, { body }, options),
    onDone: () => {
      void queryClient.invalidateQueries()
      onClose()
    },
  })
  return (
    <Form form={form} submit={t('council.action.make')}>
      <TextsField at="/title" legend={t('council.action.what')} maxLength={300} />
      <SearchChoiceField
        at="/ownerId"
        label={t('council.action.owner')}
        options={parties.map(one => ({ value: one.id, label: partyText(one, format) }))}
      />
      <DayField at="/due" label={t('council.action.due')} />
      <TextsField
        at="/measure"
        legend={t('council.action.measure')}
        hint={t('council.action.measureHint')}
        rows={2}
        maxLength={2000}
        required={[]}
      />
      <TextField
        at="/externalPlan"
        label={t('council.plan')}
        known={plans}
        hint={t('council.planHint')}
        optional
        maxLength={300}
      />
    </Form>
  )
}
