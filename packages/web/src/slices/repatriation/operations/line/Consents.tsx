/** Who was asked, what they said and when. A no is as good an answer as a yes. */
import {
  consentGivers,
  consentStandings,
  type LineFile,
  WriteConsent,
} from '@kerege/contract/repatriation/operations/preparing'
import { writeConsent } from '@kerege/contract/repatriation/operations/preparingRoutes'
import type { LineWithSteps, Operation } from '@kerege/contract/repatriation/operations/schema'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { queryClient, send } from '../../../../api.ts'
import { useFormat } from '../../../../i18n/useFormat.tsx'
import { useT } from '../../../../i18n/useT.tsx'
import { Card } from '../../../../ui/Card.tsx'
import { Drawer } from '../../../../ui/Drawer.tsx'
import { ChoiceField } from '../../../../ui/form/ChoiceField.tsx'
import { DayField } from '../../../../ui/form/DayField.tsx'
import { Form, useFormState } from '../../../../ui/form/Form.tsx'
import { TextField } from '../../../../ui/form/TextField.tsx'
import { useForm } from '../../../../ui/form/useForm.ts'
import { newId } from '../../../../ui/newId.ts'
import { type StateKind, StatePill } from '../../../../ui/StatePill.tsx'
import css from '../operations.module.css'
import { isEnded } from '../words.ts'

type Consent = NonNullable<LineFile['consents']>[number]
const kinds: Readonly<Record<Consent['standing'], StateKind>> = {
  asked: 'wait',
  given: 'ok',
  refused: 'stop',
  withdrawn: 'stop',
}

interface Props {
  operation: Operation
  line: LineWithSteps
  consents: readonly Consent[]
}

export function Consents({ operation, line, consents }: Props) {
  const t = useT()
  const format = useFormat()
  const [edited, edit] = useState<Consent | 'new'>()
  const may = operation.may.keep && !isEnded(operation)
  return (
    <Card
      title={t('operations.consents')}
      side={
        may && (
          <Button variant="default" onClick={() => edit('new')}>
            {t('operations.addConsent')}
          </Button>
        )
      }
      flush={consents.length > 0}
    >
      {consents.length === 0 && <p className="k-dim">{t('operations.noConsents')}</p>}
      <ul className={css.rows}>
        {consents.map(one => (
          <li key={one.id}>
            <div className={css.words}>
              <strong>{t(`operations.giver.${one.giver}`)}</strong>
              <div className="k-dim">
                {[
                  t('operations.askedOn', { day: format.date(one.askedOn) }),
                  ...(one.answeredOn
                    ? [t('operations.answeredOn', { day: format.date(one.answeredOn) })]
                    : []),
                  ...(one.through ? [one.through] : []),
                ].join(' · ')}
              </div>
              {one.note && <p dir="auto">{one.note}</p>}
            </div>
            <StatePill kind={kinds[one.standing]}>{t(`operations.standing.${one.standing}`)}</StatePill>
            {may && (
              <Button variant="subtle" onClick={() => edit(one)}>
                {t('operations.change')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <Drawer opened={edited !== undefined} onClose={() => edit(undefined)} title={t('operations.consents')}>
        {edited && (
          <ConsentForm
            key={edited === 'new' ? edited : edited.id}
            {...{ operation, line }}
            consent={edited === 'new' ? undefined : edited}
            onClose={() => edit(undefined)}
          />
        )}
      </Drawer>
    </Card>
  )
}

interface FormProps {
  operation: Operation
  line: LineWithSteps
  consent: Consent | undefined
  onClose: () => void
}

function ConsentForm({ operation, line, consent, onClose }: FormProps) {
  const t = useT()
  const { today } = useFormat()
  const [consentId] = useState(() => consent?.id ?? newId())
  const [initial] = useState(() => {
    if (!consent) return { giver: 'self', standing: 'asked', askedOn: today }
    const { id: _, ...fields } = consent
    return fields
  })
  const form = useForm({
    name: 'operations.consent',
    draft: false,
    schema: WriteConsent,
    initial,
    // A question has no day of its answer.
    shape: values => {
      const { answeredOn, ...rest } = values as { standing: string; answeredOn?: string }
      return rest.standing === 'asked' ? rest : { ...rest, answeredOn }
    },
    send: (body, options) =>
      send(writeConsent, { params: { id: operation.id, lineId: line.id, consentId }, body }, options),
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
        <Button variant="subtle" size="md" onClick={onClose}>
          {t('ui.cancel')}
        </Button>
      }
    >
      <ChoiceField
        compact
        at="/giver"
        label={t('operations.giver')}
        options={consentGivers.map(value => ({ value, label: t(`operations.giver.${value}`) }))}
      />
      <ChoiceField
        at="/standing"
        label={t('operations.standing')}
        hint={t('operations.standingHint')}
        options={consentStandings.map(value => ({ value, label: t(`operations.standing.${value}`) }))}
      />
      <DayField at="/askedOn" label={t('operations.askedDay')} />
      <AnswerDay />
      <TextField
        at="/through"
        label={t('operations.through')}
        hint={t('operations.throughHint')}
        maxLength={160}
        optional
      />
      <TextField at="/note" label={t('operations.note')} rows={2} maxLength={300} optional />
    </Form>
  )
}

function AnswerDay() {
  const t = useT()
  const form = useFormState()
  return form.get('/standing') === 'asked' ? null : (
    <DayField at="/answeredOn" label={t('operations.answerDay')} />
  )
}
