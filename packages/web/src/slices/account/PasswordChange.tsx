/** Changing the password; the other open sessions are closed by it. */
import { changePassword } from '@kerege/contract/access/routes'
import { Password } from '@kerege/contract/access/schema'
import { z } from 'zod'
import { send } from '../../api.ts'
import { useT } from '../../i18n/useT.tsx'
import { Form } from '../../ui/form/Form.tsx'
import { TextField } from '../../ui/form/TextField.tsx'
import { useForm } from '../../ui/form/useForm.ts'
import { toast } from '../../ui/toasts.ts'

const Change = z.strictObject({ current: z.string().min(1).max(200), next: Password })

export function PasswordChange() {
  const t = useT()
  const form = useForm({
    name: 'access.password-change',
    schema: Change,
    initial: { current: '', next: '' },
    draft: false,
    send: body => send(changePassword, { body }),
    onDone: () => {
      form.startOver()
      toast(t('account.password.changed'), { text: t('account.password.others') })
    },
  })
  return (
    <Form form={form} submit={t('account.password.act')}>
      <TextField at="/current" kind="password" label={t('account.password.current')} />
      <TextField
        at="/next"
        kind="new-password"
        label={t('access.newPassword')}
        hint={t('access.newPassword.hint')}
      />
    </Form>
  )
}
