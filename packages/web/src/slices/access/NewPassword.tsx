/** A new password, typed where it can be looked at; the node refuses common ones. */
import { Password } from '@kerege/contract/access/schema'
import { z } from 'zod'
import { useT } from '../../i18n/useT.tsx'
import { Form } from '../../ui/form/Form.tsx'
import { TextField } from '../../ui/form/TextField.tsx'
import { useForm } from '../../ui/form/useForm.ts'

const Chosen = z.strictObject({ password: Password })

interface Props {
  submit: string
  send: (password: string) => Promise<unknown>
  onDone: () => void
}

export function NewPassword({ submit, send, onDone }: Props) {
  const t = useT()
  const form = useForm({
    name: 'access.new-password',
    schema: Chosen,
    initial: { password: '' },
    draft: false,
    send: ({ password }) => send(password),
    onDone,
  })
  return (
    <Form form={form} submit={submit}>
      <TextField
        at="/password"
        kind="new-password"
        label={t('access.newPassword')}
        hint={t('access.newPassword.hint')}
      />
    </Form>
  )
}
