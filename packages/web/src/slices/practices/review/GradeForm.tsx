/** Five criteria, each with a grade and its reason; words for the author, words for everybody; and what should come of it. */
import { type Language, languages } from '@kerege/contract/common'
import { recommendations } from '@kerege/contract/practices/review/rules'
import { giveReview } from '@kerege/contract/practices/review/routes'
import { criteria } from '@kerege/contract/practices/rules'
import { bodyOf, queryClient, send } from '../../../api.ts'
import { useLoaded } from '../../../i18n/language.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { Card } from '../../../ui/Card.tsx'
import { ChoiceField } from '../../../ui/form/ChoiceField.tsx'
import { FieldGroup, Form } from '../../../ui/form/Form.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { useForm } from '../../../ui/form/useForm.ts'
import { GradeHelp } from '../rubric/Rubric.tsx'

interface Typed {
  language: Language
  grades?: Record<string, { grade?: string; reason?: string }>
  wordsAuthor?: string
  wordsPublished?: string
  recommendation?: string
}

/** Typed in one language; kept as every text is, so that it can be translated later. */
const shape = (values: unknown) => {
  const { language, grades, wordsAuthor, wordsPublished, recommendation } = values as Typed
  const said = (text: string | undefined) =>
    text === undefined ? undefined : { [language]: { text, state: 'checked' } }
  return {
    grades: Object.fromEntries(
      criteria.map(one => [
        one,
        {
          grade: grades?.[one]?.grade === undefined ? undefined : Number(grades[one]?.grade),
          reason: said(grades?.[one]?.reason),
        },
      ]),
    ),
    wordsAuthor: said(wordsAuthor),
    wordsPublished: said(wordsPublished),
    recommendation,
  }
}

export function GradeForm({ practiceId }: { practiceId: string }) {
  const t = useT()
  const format = useFormat()
  const { language } = useLoaded()
  const form = useForm({
    name: `practices.review.${practiceId}`,
    schema: bodyOf(giveReview),
    initial: { language },
    shape,
    send: (body, options) => send(giveReview, { params: { id: practiceId }, body }, options),
    onDone: () => void queryClient.invalidateQueries(),
  })
  return (
    <Card title={t('practices.review.yours')} note={t('practices.review.yoursNote')}>
      <Form form={form} submit={t('practices.review.give')}>
        <ChoiceField
          compact
          at="/language"
          label={t('practices.review.writtenIn')}
          options={languages.map(value => ({ value, label: format.language(value) }))}
        />
        {criteria.map(one => (
          <FieldGroup
            key={one}
            legend={t(`practices.criterion.${one}`)}
            hint={t(`practices.criterionHint.${one}`)}
          >
            <GradeHelp criterion={one} />
            <ChoiceField
              at={`/grades/${one}/grade`}
              label={t('practices.review.grade')}
              options={(['1', '2', '3', '4'] as const).map(value => ({
                value,
                label: t(`practices.grade.${value}`),
                hint: t(`practices.help.${one}.${value}`),
              }))}
            />
            <TextField
              at={`/grades/${one}/reason`}
              label={t('practices.review.reason')}
              rows={2}
              maxLength={2000}
            />
          </FieldGroup>
        ))}
        <TextField
          at="/wordsAuthor"
          label={t('practices.review.wordsAuthor')}
          hint={t('practices.review.wordsAuthorHint')}
          rows={4}
          maxLength={4000}
          optional
        />
        <TextField
          at="/wordsPublished"
          label={t('practices.review.wordsPublished')}
          hint={t('practices.review.wordsPublishedHint')}
          rows={3}
          maxLength={2000}
          optional
        />
        <ChoiceField
          at="/recommendation"
          label={t('practices.review.recommendation')}
          options={recommendations.map(value => ({ value, label: t(`practices.recommend.${value}`) }))}
        />
      </Form>
    </Card>
  )
}
