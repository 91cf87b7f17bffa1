/**
 * Asks that a family be apart in a house or at a handover all the same: why, and until when. A second person decides, and nothing
 * happens before. Families of an operation and homes that came by themselves ask alike.
 */
import { askApart } from '@kerege/contract/repatriation/reception/routes'
import type { AskApart } from '@kerege/contract/repatriation/reception/schema'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { bodyOf, queryClient, send } from '../../../api.ts'
import { useT } from '../../../i18n/useT.tsx'
import { Drawer } from '../../../ui/Drawer.tsx'
import { Form } from '../../../ui/form/Form.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { useForm } from '../../../ui/form/useForm.ts'
import { newId } from '../../../ui/newId.ts'
import { Notice } from '../../../ui/Notice.tsx'
import { toast } from '../../../ui/toasts.ts'
import { MomentField } from '../../council/parts/MomentField.tsx'

interface Props {
  partyId: string
  at: AskApart['at']
  onClose: () => void
}

export function ApartDrawer({ opened, ...props }: Props & { opened: boolean }) {
  const t = useT()
  return (
    <Drawer opened={opened} onClose={props.onClose} title={t('apart.ask')}>
      {opened && <Ask {...props} />}
    </Drawer>
  )
}

function Ask({ partyId, at, onClose }: Props) {
  const t = useT()
  const [initial] = useState(() => ({ id: newId(), partyId, at }))
  const form = useForm({
    name: 'apart.ask',
    draft: false,
    schema: bodyOf(askApart),
    initial,
    send: (body, options) => send(askApart, { body }, options),
    onDone: () => {
      toast(t('apart.asked'))
      void queryClient.invalidateQueries()
      onClose()
    },
  })
  return (
    <Form
      form={form}
      submit={t('apart.askSecond')}
      beside={
        <Button variant="subtle" size="md" onClick={onClose}>
          {t('apart.together')}
        </Button>
      }
    >
      <Notice kind="wait">{t('apart.text')}</Notice>
      <TextField at="/reason" label={t('ui.reason')} rows={3} maxLength={500} />
      <MomentField at="/endsAt" label={t('apart.until')} hint={t('apart.utc')} />
    </Form>
  )
}
