/** The lessons report: read, drafted by the system, written, taken out as a file. */
import { urlOf } from '@kerege/contract/client'
import {
  draftLessons,
  getLessons,
  getLessonsFile,
  writeLessons,
} from '@kerege/contract/practices/trainings/after/routes'
import { type Lessons, lessonSections } from '@kerege/contract/practices/trainings/after/schema'
import { Button } from '@mantine/core'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { bodyOf, queryClient, send, useGet, useSend } from '../../../../api.ts'
import { useLoaded } from '../../../../i18n/language.ts'
import { useFormat } from '../../../../i18n/useFormat.tsx'
import { useT } from '../../../../i18n/useT.tsx'
import { Answered } from '../../../../ui/Answered.tsx'
import { Card } from '../../../../ui/Card.tsx'
import { TickField } from '../../../../ui/form/ChoiceField.tsx'
import { Form } from '../../../../ui/form/Form.tsx'
import { useForm } from '../../../../ui/form/useForm.ts'
import { Notice } from '../../../../ui/Notice.tsx'
import { PageHead } from '../../../../ui/PageHead.tsx'
import { problemText } from '../../../../ui/problems.ts'
import { StatePill } from '../../../../ui/StatePill.tsx'
import { ToPractice } from './ToPractice.tsx'
import { SaidFully } from '../../../council/parts/Said.tsx'
import { onlySaid, TextsField } from '../../../council/parts/TextsField.tsx'

export function LessonsPage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  return (
    <Answered query={useGet(getLessons, { params: { id } })}>
      {({ body }) => <Report lessons={body} />}
    </Answered>
  )
}

function Report({ lessons }: { lessons: Lessons }) {
  const t = useT()
  const format = useFormat()
  const { language } = useLoaded()
  const [writing, setWriting] = useState(false)
  const draft = useSend(draftLessons)
  const params = { id: lessons.eventId }
  const shown = lessonSections.filter(section => lessons.sections[section])
  return (
    <>
      <PageHead
        title={t('trainings.lessons')}
        eyebrow={<Link to={`/trainings/${lessons.eventId}`}>{format.text(lessons.title).text}</Link>}
        facts={[
          <StatePill key="state" kind={lessons.shared ? 'ok' : 'wait'}>
            {t(lessons.shared ? 'trainings.lessons.shared' : 'trainings.lessons.draft')}
          </StatePill>,
        ]}
        acts={
          !writing && (
            <>
              {shown.length > 0 &&
                (['docx', 'pdf'] as const).map(format => (
                  <Button
                    key={format}
                    variant="default"
                    component="a"
                    download
                    href={urlOf(getLessonsFile, { params, query: { format, language } })}
                  >
                    {format.toUpperCase()}
                  </Button>
                ))}
              {lessons.mayWrite && (
                <Button
                  variant={shown.length > 0 ? 'default' : 'filled'}
                  loading={draft.isPending}
                  onClick={() => draft.mutate({ input: { params } })}
                >
                  {t(shown.length > 0 ? 'trainings.lessons.again' : 'trainings.lessons.make')}
                </Button>
              )}
              {lessons.mayWrite && shown.length > 0 && <ToPractice lessons={lessons} />}
              {lessons.mayWrite && shown.length > 0 && (
                <Button onClick={() => setWriting(true)}>{t('trainings.lessons.write')}</Button>
              )}
            </>
          )
        }
      />
      {draft.isError && (
        <Notice kind="stop" live>
          {problemText(draft.error, 'trainings')}
        </Notice>
      )}
      {writing ? (
        <Write key={lessons.version} lessons={lessons} onDone={() => setWriting(false)} />
      ) : (
        <div className="k-stack k-narrow">
          {shown.length === 0 && <p className="k-dim">{t('trainings.lessons.none')}</p>}
          {shown.map(section => {
            const text = lessons.sections[section]
            return (
              text && (
                <Card key={section} title={t(`trainings.lessons.section.${section}`)}>
                  <SaidFully text={text} />
                </Card>
              )
            )
          })}
        </div>
      )}
    </>
  )
}

const shape = (values: unknown) => {
  const { sections = {}, shared } = values as { sections?: Record<string, unknown>; shared?: boolean }
  return {
    shared: shared ?? false,
    sections: Object.fromEntries(
      Object.entries(sections).flatMap(([section, text]) => {
        const said = onlySaid(text)
        return said ? [[section, said]] : []
      }),
    ),
  }
}

function Write({ lessons, onDone }: { lessons: Lessons; onDone: () => void }) {
  const t = useT()
  const form = useForm({
    name: `trainings.lessons.${lessons.eventId}`,
    schema: bodyOf(writeLessons),
    initial: { sections: lessons.sections, shared: lessons.shared },
    shape,
    send: (body, options) =>
      send(
        writeLessons,
        { params: { id: lessons.eventId }, body },
        { ...options, ifMatch: `"${lessons.version}"` },
      ),
    onDone: () => {
      void queryClient.invalidateQueries()
      onDone()
    },
  })
  return (
    <Form
      form={form}
      submit={t('trainings.save')}
      beside={
        <Button variant="subtle" onClick={onDone}>
          {t('ui.cancel')}
        </Button>
      }
    >
      {lessonSections.map(section => (
        <TextsField
          key={section}
          at={`/sections/${section}`}
          legend={t(`trainings.lessons.section.${section}`)}
          rows={4}
          maxLength={10_000}
          required={[]}
        />
      ))}
      <TickField at="/shared" label={t('trainings.lessons.share')} hint={t('trainings.lessons.shareHint')} />
    </Form>
  )
}
