/** Either side says how it went. */
import { outcomes } from '@kerege/contract/council/offers/rules'
import { reportTaking } from '@kerege/contract/council/offers/routes'
import type { Taking } from '@kerege/contract/council/offers/schema'
import { useState } from 'react'
import { bodyOf, queryClient, send } from '../../../api.ts'
import { useT } from '../../../i18n/useT.tsx'
import { Drawer } from '../../../ui/Drawer.tsx'
import { ChoiceField } from '../../../ui/form/ChoiceField.tsx'
import { Form } from '../../../ui/form/Form.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { useForm } from '../../../ui/form/useForm.ts'
import { newId } from '../../../ui/newId.ts'

interface Props {
  taking: Taking
  opened: boolean
  onClose: () => void
}

export function ReportDrawer({ taking, opened, onClose }: Props) {
  const t = useT()
  return (
    <Drawer opened={opened} onClose={onClose} title={t('council.offer.report')}>
      {opened && <ReportForm taking={taking} onDone={onClose} />}
    </Drawer>
  )
}

function ReportForm({ taking, onDone }: { taking: Taking; onDone: () => void }) {
  const t = useT()
  const [initial] = useState(() => ({ id: newId() }))
  const form = useForm({
    name: `council.offer.report.${taking.id}`,
    schema: bodyOf(reportTaking),
    initial,
    send: (body, options) => send(reportTaking, { params: { id: taking.id }, body }, options),
    onDone: () => {
      void queryClient.invalidateQueries()
      onDone()
    },
  })
  return (
    <Form form={form} submit={t('council.offer.save')}>
      <ChoiceField
        at="/outcome"
        label={t('council.offer.outcome')}
        options={outcomes.map(value => ({ value, label: t(`council.offer.outcome.${value}`) }))}
      />
      <TextField at="/words" label={t('council.request.words')} rows={5} maxLength={4000} />
    </Form>
  )
}
