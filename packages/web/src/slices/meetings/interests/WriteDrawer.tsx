/**
 * Writing what is best for a child: what it says itself stands first, then those around it, then each way with what speaks for and against.
 * Kept on the device while one writes; it may be saved as far as one has come.
 */
import { beginInterests, saveInterests } from '@kerege/contract/meetings/interestRoutes'
import {
  factors,
  heardWays,
  type Interests,
  type Option,
  questions,
  viewHolders,
} from '@kerege/contract/meetings/interests'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { bodyOf, send } from '../../../api.ts'
import { useT } from '../../../i18n/useT.tsx'
import { Drawer } from '../../../ui/Drawer.tsx'
import { ChoiceField } from '../../../ui/form/ChoiceField.tsx'
import { FieldGroup, Form, useFormState } from '../../../ui/form/Form.tsx'
import { RepeatField } from '../../../ui/form/RepeatField.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { useForm } from '../../../ui/form/useForm.ts'
import { newId } from '../../../ui/newId.ts'
import { toast } from '../../../ui/toasts.ts'
import { readAgain } from '../api.ts'

interface Props {
  caseId: string
  /** A draft, to be written further. */
  one?: Interests
  opened: boolean
  onClose: () => void
}

export function WriteDrawer({ opened, one, ...props }: Props) {
  const t = useT()
  return (
    <Drawer opened={opened} onClose={props.onClose} title={t(one ? 'interests.write' : 'interests.begin')}>
      {opened && one && <SaveForm key={one.version} one={one} {...props} />}
      {opened && !one && <BeginForm {...props} />}
    </Drawer>
  )
}

type FormProps = Omit<Props, 'opened' | 'one'>

function useDone(onClose: () => void) {
  const t = useT()
  return () => {
    readAgain()
    toast(t('meetings.kept'))
    onClose()
  }
}

function BeginForm({ caseId, onClose }: FormProps) {
  const [initial] = useState(() => ({
    id: newId(),
    content: { child: {}, views: [{}], options: [{ id: newId() }, { id: newId() }] },
  }))
  const form = useForm({
    name: `meetings.interests.${caseId}`,
    schema: bodyOf(beginInterests),
    initial,
    shape: written,
    send: (body, options) => send(beginInterests, { params: { id: caseId }, body }, options),
    onDone: useDone(onClose),
  })
  return <Fields form={form} onClose={onClose} />
}

function SaveForm({ one, onClose }: FormProps & { one: Interests }) {
  const [initial] = useState(() => ({ seen: one.version, question: one.question, content: one.content }))
  const form = useForm({
    name: `meetings.interests.${one.id}.${one.version}`,
    schema: bodyOf(saveInterests),
    initial,
    shape: written,
    send: (body, options) => send(saveInterests, { params: { id: one.id }, body }, options),
    onDone: useDone(onClose),
  })
  return <Fields form={form} onClose={onClose} />
}

interface Values {
  content?: { views?: object[]; options?: { words?: string }[] }
}
/** What was opened and left empty is no view and no way. */
const written = (values: unknown): unknown => {
  const { content, ...rest } = values as Values
  if (!content) return values
  return {
    ...rest,
    content: {
      ...content,
      ...(content.views ? { views: content.views.filter(one => Object.keys(one).length > 0) } : {}),
      ...(content.options ? { options: content.options.filter(one => Object.keys(one).length > 1) } : {}),
    },
  }
}

function Fields({ form, onClose }: Pick<Props, 'onClose'> & { form: ReturnType<typeof useForm> }) {
  const t = useT()
  return (
    <Form
      form={form}
      submit={t('interests.save')}
      beside={
        <Button variant="subtle" size="md" onClick={onClose}>
          {t('ui.cancel')}
        </Button>
      }
    >
      <ChoiceField
        at="/question"
        label={t('interests.question')}
        options={questions.map(value => ({ value, label: t(`interests.question.${value}`) }))}
      />
      <TextField
        at="/content/matter"
        label={t('interests.matter')}
        hint={t('interests.matterHint')}
        rows={3}
        maxLength={2000}
      />
      <FieldGroup legend={t('interests.child')} hint={t('interests.childHint')}>
        <ChoiceField
          at="/content/child/heard"
          label={t('interests.heard')}
          optional
          options={heardWays.map(value => ({ value, label: t(`interests.heard.${value}`) }))}
        />
        <ChildWords />
      </FieldGroup>
      <h3>{t('interests.views')}</h3>
      <RepeatField
        at="/content/views"
        legend={n => t('interests.viewNo', { n })}
        add={t('interests.viewAdd')}
        blank={() => ({})}
        max={12}
      >
        {at => (
          <>
            <ChoiceField
              compact
              at={`${at}/of`}
              label={t('interests.viewOf')}
              options={viewHolders.map(value => ({ value, label: t(`interests.of.${value}`) }))}
            />
            <TextField at={`${at}/words`} label={t('interests.viewWords')} rows={2} maxLength={2000} />
          </>
        )}
      </RepeatField>
      <h3>{t('interests.options')}</h3>
      <p className="k-dim">{t('interests.optionsHint')}</p>
      <RepeatField
        at="/content/options"
        legend={n => t('interests.optionNo', { n })}
        add={t('interests.optionAdd')}
        blank={() => ({ id: newId() })}
        max={6}
      >
        {at => <OptionFields at={at} />}
      </RepeatField>
      <Recommended />
      <TextField
        at="/content/reasons"
        label={t('interests.reasons')}
        hint={t('interests.reasonsHint')}
        optional
        rows={4}
        maxLength={4000}
      />
      <TextField
        at="/content/urgent"
        label={t('interests.urgent')}
        hint={t('interests.urgentHint')}
        optional
        rows={2}
        maxLength={2000}
      />
    </Form>
  )
}

function ChildWords() {
  const t = useT()
  const form = useFormState()
  const heard = form.get('/content/child/heard')
  return (
    <TextField
      at="/content/child/words"
      label={t(heard === 'not-asked' ? 'interests.childWhy' : 'interests.childWords')}
      optional
      rows={3}
      maxLength={3000}
    />
  )
}

function OptionFields({ at }: { at: string }) {
  const t = useT()
  return (
    <>
      <TextField at={`${at}/words`} label={t('interests.optionWords')} rows={2} maxLength={300} />
      {factors.map(factor => (
        <FieldGroup key={factor} legend={t(`interests.factor.${factor}`)}>
          <TextField
            at={`${at}/${factor}/for`}
            label={t('interests.for')}
            optional
            rows={2}
            maxLength={1500}
          />
          <TextField
            at={`${at}/${factor}/against`}
            label={t('interests.against')}
            optional
            rows={2}
            maxLength={1500}
          />
        </FieldGroup>
      ))}
    </>
  )
}

/** Of the ways that are written above. */
function Recommended() {
  const t = useT()
  const form = useFormState()
  const options = ((form.get('/content/options') as Partial<Option>[] | undefined) ?? []).flatMap(one =>
    one.id && one.words ? [{ value: one.id, label: one.words }] : [],
  )
  if (options.length === 0) return null
  return (
    <ChoiceField at="/content/recommended" label={t('interests.recommended')} optional options={options} />
  )
}
