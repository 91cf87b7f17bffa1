/**
 * Lessons of an operation on their way to the library of the region: what was written down stands there already, in words that
 * others can use. Exactly these texts leave, once a second person agrees; what must stay here is said below each.
 */
import { languages } from '@kerege/contract/common'
import type { Summary } from '@kerege/contract/repatriation/operations/preparing'
import { offerLessons } from '@kerege/contract/repatriation/lessons/routes'
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
import { newId } from '../../../ui/newId.ts'
import { toast } from '../../../ui/toasts.ts'
import { LookAt } from '../../practices/check/LookAt.tsx'

interface Props {
  operationId: string
  lessons: Summary['lessons']
  onClose: () => void
}

export function OfferDrawer({ opened, ...props }: Props & { opened: boolean }) {
  const t = useT()
  return (
    <Drawer opened={opened} onClose={props.onClose} title={t('lessons.offer')}>
      {opened && <OfferForm {...props} />}
    </Drawer>
  )
}

function OfferForm({ operationId, lessons, onClose }: Props) {
  const t = useT()
  const format = useFormat()
  const { language } = useLoaded()
  const [initial] = useState(() => ({
    id: newId(),
    language,
    texts: { steps: lessons.map(one => one.text).join('\n') },
  }))
  const form = useForm({
    name: `lessons.${operationId}`,
    schema: bodyOf(offerLessons),
    initial,
    send: (body, options) => send(offerLessons, { params: { id: operationId }, body }, options),
    onDone: () => {
      toast(t('lessons.asked'))
      void queryClient.invalidateQueries()
      onClose()
    },
  })
  return (
    <Form
      form={form}
      submit={t('lessons.ask')}
      beside={
        <Button variant="subtle" size="md" onClick={onClose}>
          {t('ui.cancel')}
        </Button>
      }
    >
      <p>{t('lessons.text')}</p>
      <ChoiceField
        compact
        at="/language"
        label={t('lessons.language')}
        options={languages.map(value => ({ value, label: format.language(value) }))}
      />
      <TextField at="/texts/title" label={t('lessons.title')} maxLength={200} />
      <LookAt at="/texts/title" audience="public" />
      <TextField at="/texts/summary" label={t('lessons.summary')} rows={2} maxLength={1000} />
      <LookAt at="/texts/summary" audience="public" />
      <TextField at="/texts/problem" label={t('lessons.problem')} rows={3} maxLength={2000} />
      <LookAt at="/texts/problem" audience="public" />
      <TextField
        at="/texts/steps"
        label={t('lessons.steps')}
        hint={t('lessons.stepsHint')}
        rows={6}
        maxLength={4000}
      />
      <LookAt at="/texts/steps" audience="public" />
      <TextField at="/texts/limits" label={t('lessons.limits')} optional rows={2} maxLength={2000} />
      <LookAt at="/texts/limits" audience="public" />
      <TextField
        at="/reason"
        label={t('lessons.reason')}
        hint={t('lessons.reasonHint')}
        rows={2}
        maxLength={500}
      />
    </Form>
  )
}
