/** Asking: about how work is done, never about a person. What was asked before in other words shows while one types. */
import { languages } from '@kerege/contract/common'
import { askQuestion, findQuestions } from '@kerege/contract/practices/questions/routes'
import type { AskQuestion } from '@kerege/contract/practices/questions/schema'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { Link, useLocation, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { bodyOf, keyOf, queryClient, send } from '../../../api.ts'
import { useLoaded } from '../../../i18n/language.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { useMay } from '../../../shell/session.ts'
import { Card } from '../../../ui/Card.tsx'
import { DomainsField } from '../../../ui/domains/DomainsField.tsx'
import { ChoiceField } from '../../../ui/form/ChoiceField.tsx'
import { DayField } from '../../../ui/form/DayField.tsx'
import { Form, useFormState } from '../../../ui/form/Form.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { useForm } from '../../../ui/form/useForm.ts'
import { newId } from '../../../ui/newId.ts'
import { PageHead } from '../../../ui/PageHead.tsx'
import { LookAt } from '../check/LookAt.tsx'
import { QuestionRows } from './QuestionRows.tsx'

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** What a new question begins with. It travels in the history and never in an address. */
    begun?: Pick<AskQuestion, 'language' | 'title' | 'words' | 'domains'>
  }
}

export function NewQuestionPage() {
  const t = useT()
  const may = useMay()
  const format = useFormat()
  const navigate = useNavigate()
  const { language } = useLoaded()
  // Somebody has asked it elsewhere already, and asks it here; a step back and a reload keep it.
  const { begun } = useLocation().state
  const [initial] = useState(() => ({
    id: newId(),
    language,
    domains: [],
    audience: 'practitioners',
    ...begun,
  }))
  const form = useForm({
    name: begun ? `practices.question.begun.${begun.title}` : 'practices.question.new',
    schema: bodyOf(askQuestion),
    initial,
    send: (body, options) => send(askQuestion, { body }, options),
    onDone: ({ body }) => {
      void queryClient.invalidateQueries()
      void navigate({ to: `/questions/${body.id}` })
    },
  })
  return (
    <>
      <PageHead
        title={t('practices.questions.new')}
        eyebrow={<Link to="/questions">{t('practices.questions.title')}</Link>}
        facts={[t('practices.questions.newText')]}
      />
      <Card>
        <Form form={form} submit={t('practices.questions.ask')}>
          <ChoiceField
            compact
            at="/language"
            label={t('practices.questions.language')}
            options={languages.map(value => ({ value, label: format.language(value) }))}
          />
          <TextField at="/title" label={t('practices.questions.short')} maxLength={200} />
          <LookAt at="/title" />
          <TextField
            at="/words"
            label={t('practices.questions.words')}
            hint={t('domains.impersonal')}
            rows={6}
            maxLength={8000}
          />
          <LookAt at="/words" />
          <Similar />
          <DomainsField at="/domains" />
          <DayField at="/wantedBy" label={t('practices.questions.wantedBy')} optional />
          {may('practices.council') && (
            <ChoiceField
              at="/audience"
              label={t('practices.questions.audience')}
              options={(['practitioners', 'council'] as const).map(value => ({
                value,
                label: t(`practices.questions.audience.${value}`),
              }))}
            />
          )}
        </Form>
      </Card>
    </>
  )
}

function Similar() {
  const t = useT()
  const form = useFormState()
  const typed = `${(form.get('/title') as string | undefined) ?? ''} ${(form.get('/words') as string | undefined) ?? ''}`
  const [query] = useDebouncedValue(typed.trim().slice(0, 8000), 600)
  const found = useQuery({
    queryKey: keyOf(findQuestions, { similar: query }),
    queryFn: ({ signal }) => send(findQuestions, { body: { query, limit: 5 } }, { signal }),
    enabled: query.length >= 8,
  })
  const rows = query.length >= 8 ? (found.data?.body.rows ?? []) : []
  return (
    <div aria-live="polite">
      {rows.length > 0 && (
        <Card flush title={t('practices.questions.similar')}>
          <QuestionRows rows={rows} />
        </Card>
      )}
    </div>
  )
}
