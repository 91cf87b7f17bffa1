/** Begins an assessment: what, of whom, in which language, and who said yes. */
import { findInstrument } from '@kerege/contract/assessments/instruments'
import { abouts, needsId } from '@kerege/contract/assessments/needs'
import { startAssessment } from '@kerege/contract/assessments/routes'
import type { Assessment, PersonAssessments } from '@kerege/contract/assessments/schema'
import { Button } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { bodyOf, queryClient, send } from '../../api.ts'
import { useLoaded } from '../../i18n/language.ts'
import { type Translate, useT } from '../../i18n/useT.tsx'
import { Drawer } from '../../ui/Drawer.tsx'
import { ChoiceField } from '../../ui/form/ChoiceField.tsx'
import { Form, useFormState } from '../../ui/form/Form.tsx'
import { LanguageField } from '../../ui/form/LanguageField.tsx'
import { useForm } from '../../ui/form/useForm.ts'
import { newId } from '../../ui/newId.ts'
import { Notice } from '../../ui/Notice.tsx'
import { nameOf } from './words.ts'

interface Props {
  personId: string
  body: Pick<PersonAssessments, 'mayTake' | 'age'>
  /** The finished one that a second assessor looks at by themselves. */
  beside?: Assessment
  opened: boolean
  onClose: () => void
}

export function StartDrawer(props: Props) {
  const t = useT()
  return (
    <Drawer
      opened={props.opened}
      onClose={props.onClose}
      title={t(props.beside ? 'assessments.second' : 'assessments.take')}
    >
      {props.opened && <StartForm {...props} />}
    </Drawer>
  )
}

function StartForm({ personId, body, beside, onClose }: Props) {
  const t = useT()
  const navigate = useNavigate()
  const { language } = useLoaded()
  const [initial] = useState(() => ({
    id: newId(),
    instrument: body.mayTake.length === 1 ? body.mayTake[0] : undefined,
    about: beside?.about ?? (body.age === undefined ? undefined : body.age < 18 ? 'child' : 'adult'),
    language: beside?.language ?? language,
    ...(beside ? { besideId: beside.id } : {}),
  }))
  const form = useForm({
    name: 'assessments.start',
    schema: bodyOf(startAssessment),
    initial,
    draft: false,
    // Needs are the worker's own look: nobody is asked in a language.
    shape: values => {
      const { language: asked, agreed, ...rest } = values as Record<string, unknown>
      return rest['instrument'] === needsId ? rest : { ...rest, language: asked, agreed }
    },
    send: (value, options) => send(startAssessment, { params: { id: personId }, body: value }, options),
    onDone: answer => {
      void queryClient.invalidateQueries()
      void navigate({ to: `/assessments/${answer.body.id}` })
    },
  })
  return (
    <Form
      form={form}
      submit={t('assessments.take')}
      beside={
        <Button variant="subtle" size="md" onClick={onClose}>
          {t('ui.cancel')}
        </Button>
      }
    >
      {beside && <Notice kind="info">{t('assessments.secondHint')}</Notice>}
      <ChoiceField
        at="/instrument"
        label={t('assessments.what')}
        options={body.mayTake.map(value => ({ value, label: optionText(value, t) }))}
      />
      <ChoiceField
        at="/about"
        label={t('assessments.about')}
        options={abouts.map(value => ({ value, label: t(`assessments.about.${value}`) }))}
      />
      <Asked age={body.age} />
    </Form>
  )
}

function optionText(id: string, t: Translate): string {
  const ages = findInstrument(id)?.ages
  const range = !ages
    ? undefined
    : ages.to === undefined
      ? t('assessments.ages.from', { from: ages.from })
      : t('assessments.ages.to', { from: ages.from, to: ages.to })
  return [nameOf(id, t), range].filter(Boolean).join(' · ')
}

/** Of an instrument: the language, and the yes of today. */
function Asked({ age }: { age: number | undefined }) {
  const t = useT()
  const form = useFormState()
  const chosen = form.get('/instrument')
  if (typeof chosen !== 'string' || chosen === needsId) return null
  const ages = findInstrument(chosen)?.ages
  const fits = age === undefined || !ages || (age >= ages.from && age <= (ages.to ?? age))
  return (
    <>
      {!fits && <Notice kind="wait">{t('assessments.ages.not')}</Notice>}
      <LanguageField at="/language" label={t('assessments.language')} />
      <ChoiceField
        at="/agreed"
        label={t('assessments.agreed')}
        hint={t('assessments.agreed.hint')}
        options={(['self', 'guardian'] as const).map(value => ({
          value,
          label: t(`assessments.agreed.${value}`),
        }))}
      />
    </>
  )
}
