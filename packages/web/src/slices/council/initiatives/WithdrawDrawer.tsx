/** Takes a row off the matrix that should not have been entered; it stays to be read, with the reason. */
import { withdrawInitiative } from '@kerege/contract/council/initiatives/routes'
import { bodyOf, queryClient, send } from '../../../api.ts'
import { useT } from '../../../i18n/useT.tsx'
import { Drawer } from '../../../ui/Drawer.tsx'
import { Form } from '../../../ui/form/Form.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { useForm } from '../../../ui/form/useForm.ts'

interface Props {
  id: string
  opened: boolean
  onClose: () => void
}

export function WithdrawDrawer({ opened, ...rest }: Props) {
  const t = useT()
  return (
    <Drawer opened={opened} onClose={rest.onClose} title={t('initiatives.withdraw')}>
      {opened && <WithdrawForm {...rest} />}
    </Drawer>
  )
}

function WithdrawForm({ id, onClose }: Omit<Props, 'opened'>) {
  const t = useT()
  const form = useForm({
    name: `initiatives.withdraw.${id}`,
    schema: bodyOf(withdrawInitiative),
    initial: {},
    send: (body, options) => send(withdrawInitiative, { params: { id }, body }, options),
    onDone: () => {
      void queryClient.invalidateQueries()
      onClose()
    },
  })
  return (
    <Form form={form} submit={t('initiatives.withdraw')}>
      <p>{t('initiatives.withdrawText')}</p>
      <TextField at="/reason" label={t('initiatives.reason')} maxLength={500} rows={2} />
    </Form>
  )
}
