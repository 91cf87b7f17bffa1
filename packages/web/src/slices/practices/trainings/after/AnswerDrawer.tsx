/** The short questions of a training, answered once before and once after. Says first what is kept of it. */
import { answerQuestions } from '@kerege/contract/practices/trainings/after/routes'
import { type Question, scale } from '@kerege/contract/practices/trainings/after/schema'
import type { Phase } from '@kerege/contract/practices/trainings/events/rules'
import type { Event } from '@kerege/contract/practices/trainings/events/schema'
import { bodyOf, queryClient, send } from '../../../../api.ts'
import { useFormat } from '../../../../i18n/useFormat.tsx'
import { useT } from '../../../../i18n/useT.tsx'
import { Drawer } from '../../../../ui/Drawer.tsx'
import { ChoiceField } from '../../../../ui/form/ChoiceField.tsx'
import { Form } from '../../../../ui/form/Form.tsx'
import { useForm } from '../../../../ui/form/useForm.ts'

interface Props {
  event: Event
  phase: Phase
  opened: boolean
  onClose: () => void
}

export function AnswerDrawer({ event, phase, opened, onClose }: Props) {
  const t = useT()
  return (
    <Drawer opened={opened} onClose={onClose} title={t(`trainings.answer.${phase}`)}>
      {opened && <Answer event={event} phase={phase} onDone={onClose} />}
    </Drawer>
  )
}

/** Choices are texts in a form; a question that nobody answered is left out. */
const shape = (values: unknown) => {
  const { phase, answers } = values as { phase: Phase; answers?: { questionId: string; value?: string }[] }
  return {
    phase,
    answers: (answers ?? []).flatMap(one =>
      one.value === undefined ? [] : [{ questionId: one.questionId, value: Number(one.value) }],
    ),
  }
}

function Answer({ event, phase, onDone }: { event: Event; phase: Phase; onDone: () => void }) {
  const t = useT()
  const format = useFormat()
  const form = useForm({
    name: `trainings.answer.${event.id}.${phase}`,
    schema: bodyOf(answerQuestions),
    initial: { phase, answers: event.questions.map(one => ({ questionId: one.id })) },
    shape,
    // What somebody thinks of their own work is not left on a shared computer.
    draft: false,
    send: (body, options) => send(answerQuestions, { params: { id: event.id }, body }, options),
    onDone: () => {
      void queryClient.invalidateQueries()
      onDone()
    },
  })
  return (
    <Form form={form} submit={t('trainings.answer.send')}>
      <p className="k-dim">{t('trainings.answer.kept')}</p>
      {event.questions.map((one, at) => (
        <ChoiceField
          key={one.id}
          at={`/answers/${at}/value`}
          label={format.text(one.text).text}
          options={optionsOf(one, n => t('trainings.scale', { n }), format)}
        />
      ))}
    </Form>
  )
}

const optionsOf = (
  question: Question,
  scaleText: (n: number) => string,
  format: ReturnType<typeof useFormat>,
) =>
  question.kind === 'choice'
    ? question.options.map((option, at) => ({ value: String(at), label: format.text(option).text }))
    : Array.from({ length: scale.to - scale.from + 1 }, (_, at) => ({
        value: String(scale.from + at),
        label: scaleText(scale.from + at),
      }))
