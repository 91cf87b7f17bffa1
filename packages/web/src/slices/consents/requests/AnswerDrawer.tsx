/** Prepares an answer to an authority: only what answers the question. A second person decides that it leaves. */
import { proposeRelease } from '@kerege/contract/consents/requestRoutes'
import type { AuthorityRequest } from '@kerege/contract/consents/requestSchema'
import { languages } from '@kerege/contract/common'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { bodyOf, queryClient, send } from '../../../api.ts'
import { useLoaded } from '../../../i18n/language.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { Drawer } from '../../../ui/Drawer.tsx'
import { ChoiceField } from '../../../ui/form/ChoiceField.tsx'
import { Form } from '../../../ui/form/Form.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { useForm } from '../../../ui/form/useForm.ts'
import { Notice } from '../../../ui/Notice.tsx'
import { FieldsOf } from '../sharing/TellFields.tsx'

interface Props {
  one: AuthorityRequest
  opened: boolean
  onClose: () => void
}

export function AnswerDrawer(props: Props) {
  const t = useT()
  return (
    <Drawer opened={props.opened} onClose={props.onClose} title={t('consents.request.answer')}>
      {props.opened && <AnswerForm {...props} />}
    </Drawer>
  )
}

function AnswerForm({ one, onClose }: Props) {
  const t = useT()
  const format = useFormat()
  const { language } = useLoaded()
  const [initial] = useState(() => ({ seen: one.version, language, fields: [] }))
  const form = useForm({
    name: `consents.answer.${one.id}`,
    schema: bodyOf(proposeRelease),
    initial,
    draft: false,
    send: (body, options) => send(proposeRelease, { params: { id: one.id }, body }, options),
    onDone: async () => {
      await queryClient.invalidateQueries()
      onClose()
    },
  })
  return (
    <Form
      form={form}
      submit={t('consents.request.ask')}
      beside={
        <Button variant="subtle" size="md" onClick={onClose}>
          {t('ui.cancel')}
        </Button>
      }
    >
      <Notice kind="seal">{t('consents.request.text')}</Notice>
      <p dir="auto">{one.asks}</p>
      <FieldsOf fields={one.offered} hint={t('consents.request.fieldsHint')} />
      <ChoiceField
        at="/language"
        compact
        label={t('consents.tell.language')}
        options={languages.map(value => ({ value, label: format.language(value) }))}
      />
      <TextField at="/reason" label={t('consents.request.why')} rows={2} maxLength={500} />
    </Form>
  )
}
