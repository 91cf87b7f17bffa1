/** Writes an answer down at the kitchen table: who said what, to whom and of what, until when, and what stands behind it. */
import { capacities, consentKinds, evidences, givers, otherBases } from '@kerege/contract/consents/kinds'
import { recordConsent } from '@kerege/contract/consents/routes'
import type { PersonConsents } from '@kerege/contract/consents/schema'
import { addDays, addMonths } from '@kerege/contract/tasks/rules'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { bodyOf, queryClient, send } from '../../api.ts'
import { useLoaded } from '../../i18n/language.ts'
import { useFormat } from '../../i18n/useFormat.tsx'
import { useT } from '../../i18n/useT.tsx'
import { Drawer } from '../../ui/Drawer.tsx'
import { ChoiceField } from '../../ui/form/ChoiceField.tsx'
import { DayField } from '../../ui/form/DayField.tsx'
import { Form, useFormState } from '../../ui/form/Form.tsx'
import { TextField } from '../../ui/form/TextField.tsx'
import { useForm } from '../../ui/form/useForm.ts'
import { newId } from '../../ui/newId.ts'
import { Notice } from '../../ui/Notice.tsx'
import { toast } from '../../ui/toasts.ts'
import { Explained } from './Explained.tsx'
import { WhatToWhom } from './WhatToWhom.tsx'

interface Props {
  personId: string
  body: PersonConsents
  opened: boolean
  onClose: () => void
}
const somebodyElse = 'other'

export function RecordDrawer(props: Props) {
  const t = useT()
  return (
    <Drawer opened={props.opened} onClose={props.onClose} title={t('consents.record')}>
      {props.opened && <RecordForm {...props} />}
    </Drawer>
  )
}

function RecordForm({ personId, body, onClose }: Props) {
  const t = useT()
  const { language } = useLoaded()
  const { today } = useFormat()
  const [initial] = useState(() => ({
    id: newId(),
    kind: 'consent',
    givenBy: body.word === 'own' ? 'self' : undefined,
    language,
    interpreter: 'none',
    purposes: [],
    recipients: [],
    contacts: [],
    classes: [],
    since: today,
    until: addDays(addMonths(today, body.longestMonths), -1),
  }))
  const form = useForm({
    name: `consents.record.${personId}`,
    schema: bodyOf(recordConsent),
    initial,
    shape: values => shaped(values as Record<string, unknown>),
    send: (value, options) => send(recordConsent, { params: { id: personId }, body: value }, options),
    onDone: async () => {
      form.startOver()
      await queryClient.invalidateQueries()
      toast(t('consents.recorded'))
      onClose()
    },
  })
  return (
    <Form
      form={form}
      submit={t('consents.record')}
      beside={
        <Button variant="subtle" size="md" onClick={onClose}>
          {t('ui.cancel')}
        </Button>
      }
    >
      <Notice kind="info">{t('consents.help')}</Notice>
      <ChoiceField
        at="/kind"
        label={t('consents.kind')}
        options={consentKinds.map(value => ({ value, label: t(`consents.kind.${value}`) }))}
      />
      <Who body={body} />
      <Explained child={body.word !== 'own'} />
      <WhatToWhom personId={personId} />
      <Proof longestMonths={body.longestMonths} />
    </Form>
  )
}

/** What is not asked for this kind is not sent, whatever was filled in before. */
function shaped({ giverChoice, ...values }: Record<string, unknown>): unknown {
  const kind = values['kind']
  const self = kind === 'assent' || values['givenBy'] === 'self'
  const relation = typeof giverChoice === 'string' && giverChoice !== somebodyElse ? giverChoice : undefined
  return {
    purposes: [],
    recipients: [],
    contacts: [],
    classes: [],
    ...values,
    ...(kind === 'assent' ? { givenBy: 'self' } : {}),
    giver: self ? undefined : relation ? { relationId: relation } : values['giver'],
    ...(kind === 'other-basis' ? {} : { basis: undefined, basisWords: undefined }),
  }
}

function Who({ body }: { body: PersonConsents }) {
  const t = useT()
  const form = useFormState()
  const kind = form.get('/kind')
  const givenBy = form.get('/givenBy')
  const named = kind !== 'assent' && givenBy !== undefined && givenBy !== 'self'
  const carers = givenBy === 'court' ? [] : body.carers
  return (
    <>
      {kind === 'other-basis' && (
        <>
          <ChoiceField
            at="/basis"
            label={t('consents.basis')}
            options={otherBases.map(value => ({ value, label: t(`consents.basis.${value}`) }))}
          />
          <TextField at="/basisWords" label={t('consents.basisWords')} maxLength={300} />
        </>
      )}
      {kind !== 'assent' && (
        <ChoiceField
          at="/givenBy"
          label={t('consents.givenBy')}
          hint={t(`consents.word.${body.word}`)}
          optional={kind === 'other-basis'}
          options={givers.map(value => ({ value, label: t(`consents.givenBy.${value}`) }))}
        />
      )}
      {named && carers.length > 0 && (
        <ChoiceField
          at="/giverChoice"
          label={t('consents.giver')}
          options={[
            ...carers.map(one => ({ value: one.relationId, label: one.name })),
            { value: somebodyElse, label: t('consents.giver.other') },
          ]}
        />
      )}
      {named && (carers.length === 0 || form.get('/giverChoice') === somebodyElse) && (
        <TextField at="/giver/name" label={t('consents.giver.name')} optional maxLength={160} />
      )}
      <ChoiceField
        at="/capacity"
        label={t('consents.capacity')}
        options={capacities.map(value => ({ value, label: t(`consents.capacity.${value}`) }))}
      />
    </>
  )
}

function Proof({ longestMonths }: { longestMonths: number }) {
  const t = useT()
  return (
    <>
      <DayField at="/since" label={t('consents.since')} />
      <DayField
        at="/until"
        label={t('consents.until')}
        hint={t('consents.untilHint', { n: longestMonths })}
      />
      <ChoiceField
        at="/evidence"
        compact
        label={t('consents.evidence')}
        options={evidences.map(value => ({ value, label: t(`consents.evidence.${value}`) }))}
      />
      <TextField at="/evidenceNote" label={t('consents.evidenceNote')} optional maxLength={200} />
    </>
  )
}
