/** One page of a form, to be written on: kept in the tab as one types, and at the node when one goes on. */
import type { Answers } from '@kerege/contract/forms/answers'
import type { SheetPage } from '@kerege/contract/forms/definition'
import { correctPage, savePage } from '@kerege/contract/forms/routes'
import type { CorrectPage, FormPage, SavePage, WholeForm } from '@kerege/contract/forms/schema'
import { DomainError } from '@kerege/contract/errors'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { queryClient, send } from '../../api.ts'
import { useT } from '../../i18n/useT.tsx'
import { Card } from '../../ui/Card.tsx'
import { Form } from '../../ui/form/Form.tsx'
import { TextField } from '../../ui/form/TextField.tsx'
import { useForm } from '../../ui/form/useForm.ts'
import { toast } from '../../ui/toasts.ts'
import { PersonSharing } from '../consents/PersonSharing.tsx'
import { BothSaved } from './BothSaved.tsx'
import css from './forms.module.css'
import { QuestionField } from './QuestionField.tsx'
import type { Judge } from './useEngine.ts'
import { schemaOf, sentOf, type Writing, writingOf } from './values.ts'

interface Props {
  one: WholeForm
  page: SheetPage
  stored: FormPage
  judge: Judge | null | undefined
  /** What was handed in is changed, with a reason. */
  correcting?: boolean
  /** The word of the button. */
  submit: string
  onDone: () => void
  /** A way out that keeps nothing at the node. */
  onLeave: () => void
  leave: string
}

export const draftName = (formId: string, page: string, correcting = false) =>
  `forms.${correcting ? 'correct' : 'page'}.${formId}.${page}`

export function PageForm({
  one,
  page,
  stored,
  judge,
  correcting = false,
  submit,
  onDone,
  onLeave,
  leave,
}: Props) {
  const t = useT()
  const whole = one.state !== 'draft'
  const [initial] = useState(() => writingOf(page, stored))
  const form = useForm({
    name: draftName(one.id, page.name, correcting),
    schema: schemaOf(page, correcting, judge, whole),
    initial,
    shape: values => sentOf(page, values, judge),
    send: (body, options) => {
      const params = { id: one.id, page: page.name }
      return correcting
        ? send(correctPage, { params, body: body as CorrectPage }, options)
        : send(savePage, { params, body: body as SavePage }, options)
    },
    onDone: () => {
      toast(t(correcting ? 'forms.corrected' : 'forms.kept'))
      void queryClient.invalidateQueries()
      onDone()
    },
  })
  const { answers = {} } = form.values as Writing
  const asked = judge
    ? judge(page, sentAnswers(page, form.values)).asked
    : page.elements.map(each => each.name)
  const stale = form.problem instanceof DomainError && form.problem.code === 'stale-version'
  return (
    <Form
      form={form}
      submit={submit}
      beside={
        <Button variant="default" size="md" onClick={onLeave}>
          {leave}
        </Button>
      }
    >
      {stale && <BothSaved one={one} page={page} form={form} mine={answers} />}
      <Card title={page.title}>
        <div className={css.fields}>
          {page.shows === 'consents' && <PersonSharing personId={one.personId} />}
          {page.elements
            .filter(each => asked.includes(each.name))
            .map(each => (
              <QuestionField key={each.name} one={each} at={`/answers/${each.name}`} />
            ))}
          {correcting && (
            <TextField
              at="/reason"
              label={t('forms.why')}
              hint={t('forms.why.hint')}
              rows={2}
              maxLength={500}
            />
          )}
        </div>
      </Card>
    </Form>
  )
}

const sentAnswers = (page: SheetPage, values: unknown) =>
  (sentOf(page, values, null) as { answers: Answers }).answers
