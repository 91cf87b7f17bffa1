/** Writes down that the file was shown or handed over. */
import { type FileRequest, handedWays } from '@kerege/contract/rights/files'
import { handOverFile } from '@kerege/contract/rights/fileRoutes'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { bodyOf, queryClient, send } from '../../../api.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { Drawer } from '../../../ui/Drawer.tsx'
import { ChoiceField } from '../../../ui/form/ChoiceField.tsx'
import { DayField } from '../../../ui/form/DayField.tsx'
import { Form } from '../../../ui/form/Form.tsx'
import { useForm } from '../../../ui/form/useForm.ts'

interface Props {
  request: FileRequest
  opened: boolean
  onClose: () => void
}

export function HandOverDrawer(props: Props) {
  const t = useT()
  return (
    <Drawer opened={props.opened} onClose={props.onClose} title={t('files.hand')}>
      {props.opened && <HandOverForm {...props} />}
    </Drawer>
  )
}

function HandOverForm({ request, onClose }: Props) {
  const t = useT()
  const { today } = useFormat()
  const [initial] = useState(() => ({ seen: request.version, on: today }))
  const form = useForm({
    name: `files.hand.${request.id}`,
    schema: bodyOf(handOverFile),
    initial,
    send: (body, options) => send(handOverFile, { params: { id: request.id }, body }, options),
    onDone: async () => {
      await queryClient.invalidateQueries()
      onClose()
    },
  })
  return (
    <Form
      form={form}
      submit={t('files.hand')}
      beside={
        <Button variant="subtle" size="md" onClick={onClose}>
          {t('ui.cancel')}
        </Button>
      }
    >
      <p className="k-dim">{t('files.handText', { address: `${location.origin}/your-file` })}</p>
      <ChoiceField
        at="/how"
        label={t('files.how')}
        options={handedWays.map(value => ({ value, label: t(`files.how.${value}`) }))}
      />
      <DayField at="/on" label={t('files.on')} />
    </Form>
  )
}
