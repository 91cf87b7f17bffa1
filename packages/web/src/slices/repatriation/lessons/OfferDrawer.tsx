/**
 * Lessons of an operation on their way to the library of the region: what was written down stands there already, in words that
 * others can use. Exactly these texts leave, once a second person agrees; what must stay here is said below each.
 */
import type { Summary } from '@kerege/contract/repatriation/operations/preparing'
import { offerLessons } from '@kerege/contract/lessons/routes'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { bodyOf, queryClient, send } from '../../../api.ts'
import { useLoaded } from '../../../i18n/language.ts'
import { useT } from '../../../i18n/useT.tsx'
import { Drawer } from '../../../ui/Drawer.tsx'
import { Form } from '../../../ui/form/Form.tsx'
import { useForm } from '../../../ui/form/useForm.ts'
import { newId } from '../../../ui/newId.ts'
import { toast } from '../../../ui/toasts.ts'
import { TextFields } from '../../lessons/TextFields.tsx'

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
      <TextFields steps={{ label: t('lessons.steps'), hint: t('lessons.stepsHint') }} />
    </Form>
  )
}
