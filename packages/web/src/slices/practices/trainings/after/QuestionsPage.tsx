/** The questions that are asked before and after, written by the organiser until somebody has answered. */
import { writeQuestions } from '@kerege/contract/practices/trainings/after/routes'
import { questionKinds } from '@kerege/contract/practices/trainings/after/schema'
import { getEvent } from '@kerege/contract/practices/trainings/events/routes'
import type { Event } from '@kerege/contract/practices/trainings/events/schema'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { bodyOf, queryClient, send, useGet } from '../../../../api.ts'
import { useLoaded } from '../../../../i18n/language.ts'
import { useFormat } from '../../../../i18n/useFormat.tsx'
import { useT } from '../../../../i18n/useT.tsx'
import { Answered } from '../../../../ui/Answered.tsx'
import { ChoiceField } from '../../../../ui/form/ChoiceField.tsx'
import { Form, useFormState } from '../../../../ui/form/Form.tsx'
import { RepeatField } from '../../../../ui/form/RepeatField.tsx'
import { useForm } from '../../../../ui/form/useForm.ts'
import { newId } from '../../../../ui/newId.ts'
import { Notice } from '../../../../ui/Notice.tsx'
import { PageHead } from '../../../../ui/PageHead.tsx'
import { onlySaid, TextsField } from '../../../council/parts/TextsField.tsx'
import { ShortText } from '../parts/ShortText.tsx'

export function QuestionsPage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  return (
    <Answered query={useGet(getEvent, { params: { id } })}>{({ body }) => <Write event={body} />}</Answered>
  )
}

interface Draft {
  kind?: string
  text?: unknown
  options?: unknown[]
}
const shape = (values: unknown) => ({
  questions: ((values as { questions?: Draft[] }).questions ?? []).map(one => ({
    ...one,
    text: onlySaid(one.text),
    options: one.kind === 'choice' ? (one.options ?? []).map(option => onlySaid(option)) : [],
  })),
})

function Write({ event }: { event: Event }) {
  const t = useT()
  const format = useFormat()
  const navigate = useNavigate()
  const answered = event.before.answers + event.after.answers > 0
  const form = useForm({
    name: `trainings.questions.${event.id}`,
    schema: bodyOf(writeQuestions),
    initial: { questions: event.questions },
    shape,
    send: (body, options) => send(writeQuestions, { params: { id: event.id }, body }, options),
    onDone: () => {
      void queryClient.invalidateQueries()
      void navigate({ to: `/trainings/${event.id}` as never })
    },
  })
  return (
    <>
      <PageHead
        title={t('trainings.questions')}
        eyebrow={<Link to={`/trainings/${event.id}`}>{format.text(event.title).text}</Link>}
        facts={[t('trainings.questions.lede')]}
      />
      {answered ? (
        <Notice kind="info">{t('trainings.problem.questions-answered')}</Notice>
      ) : (
        <Form form={form} submit={t('trainings.save')}>
          <RepeatField
            at="/questions"
            legend={n => t('trainings.questionNo', { n })}
            add={t('trainings.questionAdd')}
            blank={() => ({ id: newId(), kind: 'scale', options: [] })}
            max={20}
          >
            {at => <One at={at} />}
          </RepeatField>
        </Form>
      )}
    </>
  )
}

function One({ at }: { at: string }) {
  const t = useT()
  const { language } = useLoaded()
  const form = useFormState()
  return (
    <>
      <ChoiceField
        at={`${at}/kind`}
        label={t('trainings.kind')}
        options={questionKinds.map(value => ({ value, label: t(`trainings.questionKind.${value}`) }))}
      />
      <TextsField at={`${at}/text`} legend={t('trainings.question')} maxLength={300} required={[language]} />
      {form.get(`${at}/kind`) === 'choice' && (
        <RepeatField
          at={`${at}/options`}
          legend={n => t('trainings.optionNo', { n })}
          add={t('trainings.optionAdd')}
          blank={() => ({})}
          min={2}
          max={8}
        >
          {option => <ShortText at={option} label={t('trainings.option')} />}
        </RepeatField>
      )}
    </>
  )
}
