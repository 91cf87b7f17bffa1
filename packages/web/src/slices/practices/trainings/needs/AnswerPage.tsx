/** An agency answers for its own staff: begins with what it said last. Numbers only, nobody by name. */
import { domains } from '@kerege/contract/domains'
import { answerNeeds, listNeeds } from '@kerege/contract/practices/trainings/needs/routes'
import type { Needs } from '@kerege/contract/practices/trainings/needs/schema'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { bodyOf, queryClient, send, useGet } from '../../../../api.ts'
import { useFormat } from '../../../../i18n/useFormat.tsx'
import { useT } from '../../../../i18n/useT.tsx'
import { Answered } from '../../../../ui/Answered.tsx'
import { ChoiceField } from '../../../../ui/form/ChoiceField.tsx'
import { NumberField } from '../../../../ui/form/DateField.tsx'
import { DayField } from '../../../../ui/form/DayField.tsx'
import { Form } from '../../../../ui/form/Form.tsx'
import { LanguageField } from '../../../../ui/form/LanguageField.tsx'
import { RepeatField } from '../../../../ui/form/RepeatField.tsx'
import { useForm } from '../../../../ui/form/useForm.ts'
import { newId } from '../../../../ui/newId.ts'
import { NotHere } from '../../../../ui/NotHere.tsx'
import { PageHead } from '../../../../ui/PageHead.tsx'
import { onlySaid, TextsField } from '../../../council/parts/TextsField.tsx'
import { useProfessionOptions } from '../parts/words.ts'

export function AnswerPage() {
  return (
    <Answered query={useGet(listNeeds, {})}>
      {({ body }) => (body.mine ? <Answer needs={body} /> : <NotHere />)}
    </Answered>
  )
}

const shape = (values: unknown) => {
  const { note, ...rest } = values as Record<string, unknown>
  return { rows: [], ...rest, note: onlySaid(note) }
}

function Answer({ needs }: { needs: Needs }) {
  const t = useT()
  const format = useFormat()
  const navigate = useNavigate()
  const professions = useProfessionOptions()
  const { mine } = needs
  const last = needs.agencies.find(one => one.agency.id === mine?.id)?.answers[0]
  const [initial] = useState(() => ({
    id: newId(),
    asOf: format.today,
    rows: last?.rows ?? [],
    note: last?.note,
  }))
  const form = useForm({
    name: 'trainings.needs',
    schema: bodyOf(answerNeeds),
    initial,
    shape,
    send: (body, options) => send(answerNeeds, { body }, options),
    onDone: () => {
      void queryClient.invalidateQueries()
      void navigate({ to: '/trainings/needs' })
    },
  })
  return (
    <>
      <PageHead
        title={t('trainings.needs.answer')}
        eyebrow={<Link to="/trainings/needs">{t('trainings.needs')}</Link>}
        facts={[mine ? format.text(mine.name).text : '', t('trainings.needs.numbers')]}
      />
      <Form form={form} submit={t('trainings.needs.send')}>
        <DayField at="/asOf" label={t('trainings.needs.day')} />
        <RepeatField
          at="/rows"
          legend={n => t('trainings.needs.rowNo', { n })}
          add={t('trainings.needs.rowAdd')}
          blank={() => ({})}
          max={60}
        >
          {at => (
            <>
              <ChoiceField at={`${at}/profession`} label={t('trainings.profession')} options={professions} />
              <ChoiceField
                at={`${at}/domain`}
                label={t('domains.title')}
                options={domains.map(value => ({ value, label: t(`domains.${value}`) }))}
              />
              <LanguageField at={`${at}/language`} label={t('trainings.language')} />
              <NumberField at={`${at}/people`} label={t('trainings.peopleCount')} />
              <DayField at={`${at}/by`} label={t('trainings.needs.by')} />
            </>
          )}
        </RepeatField>
        <TextsField at="/note" legend={t('trainings.needs.note')} rows={2} maxLength={10_000} required={[]} />
      </Form>
    </>
  )
}
