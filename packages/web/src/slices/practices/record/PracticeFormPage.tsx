/** Writing a practice: one long form that keeps its draft, languages side by side, and what the check sees beside each field. */
import { getPractice, makePractice, savePractice } from '@kerege/contract/practices/record/routes'
import type { Practice } from '@kerege/contract/practices/record/schema'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { bodyOf, queryClient, send, useGet } from '../../../api.ts'
import { useLoaded } from '../../../i18n/language.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { Answered } from '../../../ui/Answered.tsx'
import { useForm } from '../../../ui/form/useForm.ts'
import { newId } from '../../../ui/newId.ts'
import { PageHead } from '../../../ui/PageHead.tsx'
import { PracticeFields } from './PracticeFields.tsx'
import { shape } from './shape.ts'

export function NewPracticePage() {
  const t = useT()
  const navigate = useNavigate()
  const { language } = useLoaded()
  const [initial] = useState(() => ({
    id: newId(),
    audience: 'practitioners',
    licence: 'CC-BY-4.0',
    sourceLanguage: language,
    content: { texts: {}, facts: { domains: [], ages: {}, sex: 'any', evidenceLevel: 'told' } },
  }))
  const form = useForm({
    name: 'practices.new',
    schema: bodyOf(makePractice),
    initial,
    shape,
    send: (body, options) => send(makePractice, { body }, options),
    onDone: async ({ body }) => {
      await queryClient.invalidateQueries()
      await navigate({ to: `/practices/${body.id}` })
    },
  })
  return (
    <>
      <PageHead
        title={t('practices.new')}
        eyebrow={<Link to="/practices">{t('practices.title')}</Link>}
        facts={[t('practices.noPersons')]}
      />
      <PracticeFields form={form} back="/practices" languages={[language]} />
    </>
  )
}

export function EditPracticePage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  return (
    <Answered query={useGet(getPractice, { params: { id } })}>
      {({ body, etag }) => <EditForm key={body.version} practice={body} etag={etag ?? ''} />}
    </Answered>
  )
}

function EditForm({ practice, etag }: { practice: Practice; etag: string }) {
  const t = useT()
  const format = useFormat()
  const navigate = useNavigate()
  const { language } = useLoaded()
  const { id, audience, licence, organisation, sourceLanguage, papers, title, edition } = practice
  const form = useForm({
    name: `practices.edit.${id}`,
    schema: bodyOf(savePractice),
    initial: {
      ...{ audience, licence, organisation, sourceLanguage, content: practice.working },
      papers: papers.join('\n'),
    },
    shape,
    send: (body, options) => send(savePractice, { params: { id }, body }, { ...options, ifMatch: etag }),
    onDone: async () => {
      await queryClient.invalidateQueries()
      await navigate({ to: `/practices/${id}` })
    },
  })
  const shown = language === sourceLanguage ? [sourceLanguage] : [sourceLanguage, language]
  return (
    <>
      <PageHead
        title={t('practices.editTitle')}
        eyebrow={<Link to={`/practices/${id}`}>{format.text(title).text}</Link>}
        facts={[t('practices.noPersons')]}
      />
      <PracticeFields
        form={form}
        back={`/practices/${id}`}
        languages={shown}
        fixed={edition !== undefined}
        ownId={id}
      />
    </>
  )
}
