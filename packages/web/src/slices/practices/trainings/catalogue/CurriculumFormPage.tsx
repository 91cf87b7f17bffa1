/** A curriculum shared, or written anew as its next version. */
import { licences } from '@kerege/contract/practices/content'
import {
  addCurriculum,
  changeCurriculum,
  getCurriculum,
} from '@kerege/contract/practices/trainings/catalogue/routes'
import type { Curriculum } from '@kerege/contract/practices/trainings/catalogue/schema'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { bodyOf, queryClient, send, useGet } from '../../../../api.ts'
import { useLoaded } from '../../../../i18n/language.ts'
import { useFormat } from '../../../../i18n/useFormat.tsx'
import { useT } from '../../../../i18n/useT.tsx'
import { Answered } from '../../../../ui/Answered.tsx'
import { DomainsField } from '../../../../ui/domains/DomainsField.tsx'
import { ChoiceField } from '../../../../ui/form/ChoiceField.tsx'
import { NumberField } from '../../../../ui/form/DateField.tsx'
import { Form } from '../../../../ui/form/Form.tsx'
import { ManyChoiceField } from '../../../../ui/form/ManyChoiceField.tsx'
import { RepeatField } from '../../../../ui/form/RepeatField.tsx'
import { SearchChoiceField } from '../../../../ui/form/SearchChoiceField.tsx'
import { TextField } from '../../../../ui/form/TextField.tsx'
import { useForm } from '../../../../ui/form/useForm.ts'
import { newId } from '../../../../ui/newId.ts'
import { PageHead } from '../../../../ui/PageHead.tsx'
import { onlySaid, TextsField } from '../../../council/parts/TextsField.tsx'
import { usePracticeOptions } from '../../collections/PracticesField.tsx'
import { ShortText } from '../parts/ShortText.tsx'
import { useLanguageOptions, useProfessionOptions } from '../parts/words.ts'

export function NewCurriculumPage() {
  const t = useT()
  return (
    <>
      <PageHead
        title={t('trainings.catalogue.add')}
        eyebrow={<Link to="/trainings/catalogue">{t('trainings.catalogue')}</Link>}
      />
      <Add />
    </>
  )
}

export function EditCurriculumPage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  return (
    <Answered query={useGet(getCurriculum, { params: { id } })}>
      {({ body }) => <Change curriculum={body} />}
    </Answered>
  )
}

const shape = (values: unknown) => {
  const { content = {}, ...rest } = values as { content?: Record<string, unknown> }
  const modules = (content.modules ?? []) as { title?: unknown }[]
  return {
    ...rest,
    content: {
      domains: [],
      professions: [],
      materials: [],
      practiceIds: [],
      ...content,
      title: onlySaid(content.title),
      aims: onlySaid(content.aims),
      modules: modules.map(one => ({ ...one, title: onlySaid(one.title) })),
    },
  }
}

function useDone() {
  const navigate = useNavigate()
  return (id: string) => {
    void queryClient.invalidateQueries()
    void navigate({ to: `/trainings/catalogue/${id}` as never })
  }
}

const blank = { domains: [], professions: [], modules: [], materials: [], practiceIds: [] }

function Add() {
  const t = useT()
  const done = useDone()
  const [initial] = useState(() => ({ id: newId(), content: blank }))
  const form = useForm({
    name: 'trainings.curriculum.new',
    schema: bodyOf(addCurriculum),
    initial,
    shape,
    send: (body, options) => send(addCurriculum, { body }, options),
    onDone: ({ body }) => done(body.id),
  })
  return (
    <Form form={form} submit={t('trainings.catalogue.add')}>
      <Fields />
    </Form>
  )
}

function Change({ curriculum }: { curriculum: Curriculum }) {
  const t = useT()
  const format = useFormat()
  const done = useDone()
  const { id, content } = curriculum
  const form = useForm({
    name: `trainings.curriculum.${id}`,
    schema: bodyOf(changeCurriculum),
    initial: { content },
    shape,
    send: (body, options) =>
      send(changeCurriculum, { params: { id }, body }, { ...options, ifMatch: `"${curriculum.version}"` }),
    onDone: () => done(id),
  })
  return (
    <>
      <PageHead
        title={t('trainings.change')}
        eyebrow={<Link to={`/trainings/catalogue/${id}`}>{format.text(content.title).text}</Link>}
      />
      <Form form={form} submit={t('trainings.catalogue.next')}>
        <Fields />
      </Form>
    </>
  )
}

function Fields() {
  const t = useT()
  const { language } = useLoaded()
  const languages = useLanguageOptions()
  const professions = useProfessionOptions()
  const practices = usePracticeOptions()
  const at = (name: string) => `/content/${name}`
  return (
    <>
      <TextsField at={at('title')} legend={t('trainings.what')} maxLength={300} required={[language]} />
      <TextsField
        at={at('aims')}
        legend={t('trainings.aims')}
        rows={3}
        maxLength={10_000}
        required={[language]}
      />
      <DomainsField at={at('domains')} />
      <ManyChoiceField
        at={at('professions')}
        label={t('trainings.forWhom')}
        hint={t('trainings.forWhomHint')}
        options={professions}
        max={12}
      />
      <ManyChoiceField at={at('languages')} label={t('trainings.languages')} options={languages} max={20} />
      <NumberField at={at('hours')} label={t('trainings.hours')} />
      <RepeatField
        at={at('modules')}
        legend={n => t('trainings.moduleNo', { n })}
        add={t('trainings.moduleAdd')}
        blank={() => ({})}
        max={40}
      >
        {one => (
          <>
            <ShortText at={`${one}/title`} label={t('trainings.module')} />
            <NumberField at={`${one}/hours`} label={t('trainings.hours')} />
          </>
        )}
      </RepeatField>
      <RepeatField
        at={at('materials')}
        legend={n => t('trainings.materialNo', { n })}
        add={t('trainings.materialAdd')}
        blank={() => ({})}
        max={40}
      >
        {one => (
          <>
            <TextField at={`${one}/title`} label={t('trainings.material')} maxLength={300} />
            <TextField at={`${one}/url`} label={t('trainings.address')} maxLength={500} />
            <SearchChoiceField
              at={`${one}/language`}
              label={t('trainings.language')}
              optional
              options={languages}
            />
          </>
        )}
      </RepeatField>
      <ManyChoiceField
        at={at('practiceIds')}
        label={t('practices.title')}
        options={practices}
        max={20}
        optional
      />
      <TextField
        at={at('courseUrl')}
        label={t('trainings.course')}
        hint={t('trainings.courseHint')}
        optional
        maxLength={500}
      />
      <ChoiceField
        at={at('licence')}
        label={t('trainings.licence')}
        options={licences.map(value => ({
          value,
          label: value === 'ask' ? t('trainings.licence.ask') : value,
        }))}
      />
    </>
  )
}
