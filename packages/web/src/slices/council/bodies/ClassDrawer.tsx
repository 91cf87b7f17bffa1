/** Changes what a party is in the Council, and how it is named. Another classification wants a reason, which is kept. */
import { changeParty } from '@kerege/contract/council/routes'
import { classifications } from '@kerege/contract/council/rules'
import type { Party } from '@kerege/contract/council/schema'
import { bodyOf, queryClient, send } from '../../../api.ts'
import { useT } from '../../../i18n/useT.tsx'
import { Drawer } from '../../../ui/Drawer.tsx'
import { ChoiceField, TickField } from '../../../ui/form/ChoiceField.tsx'
import { Form } from '../../../ui/form/Form.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { useForm } from '../../../ui/form/useForm.ts'
import { onlySaid, TextsField } from '../parts/TextsField.tsx'

interface Props {
  party: Party
  etag: string
  opened: boolean
  onClose: () => void
}

export function ClassDrawer({ party, etag, opened, onClose }: Props) {
  const t = useT()
  return (
    <Drawer opened={opened} onClose={onClose} title={t('council.change')}>
      <ClassForm key={party.version} {...{ party, etag, onClose }} />
    </Drawer>
  )
}

function ClassForm({ party, etag, onClose }: Omit<Props, 'opened'>) {
  const t = useT()
  const { name, classification, country, reportsCases } = party
  const form = useForm({
    name: `council.party.${party.id}`,
    schema: bodyOf(changeParty),
    initial: { name, classification, country, reportsCases },
    shape: values => ({ ...(values as object), name: onlySaid((values as { name?: unknown }).name) }),
    send: (body, options) =>
      send(changeParty, { params: { id: party.id }, body }, { ...options, ifMatch: etag }),
    onDone: () => {
      void queryClient.invalidateQueries()
      onClose()
    },
  })
  return (
    <Form form={form} submit={t('council.save')}>
      <ChoiceField
        at="/classification"
        label={t('council.classification')}
        options={classifications.map(value => ({ value, label: t(`council.class.${value}`) }))}
      />
      <TextField
        at="/reason"
        label={t('ui.reason')}
        hint={t('council.classHint')}
        optional
        rows={2}
        maxLength={500}
      />
      <TickField at="/reportsCases" label={t('council.cases.yes')} hint={t('council.casesHint')} />
      <TextsField at="/name" legend={t('council.name')} maxLength={300} />
    </Form>
  )
}
