/** A second factor where the role does not demand one: the password first, then the same set-up. */
import { getSession } from '@kerege/contract/access/routes'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import { useT } from '../../i18n/useT.tsx'
import { Form } from '../../ui/form/Form.tsx'
import { TextField } from '../../ui/form/TextField.tsx'
import { useForm } from '../../ui/form/useForm.ts'
import { toast } from '../../ui/toasts.ts'
import { SecondFactorSetup } from '../access/SecondFactorSetup.tsx'

export function SecondFactorAdding({ onDone }: { onDone: () => void }) {
  const t = useT()
  const client = useQueryClient()
  const [password, setPassword] = useState<string>()
  const form = useForm({
    name: 'access.second-factor-password',
    schema: z.strictObject({ password: z.string().min(1).max(200) }),
    initial: { password: '' },
    draft: false,
    send: async ({ password: typed }) => typed,
    onDone: setPassword,
  })
  if (password === undefined) {
    return (
      <Form form={form} submit={t('account.continue')}>
        <TextField at="/password" kind="password" label={t('account.password.current')} />
      </Form>
    )
  }
  return (
    <SecondFactorSetup
      password={password}
      onDone={() => {
        void client.invalidateQueries({ predicate: query => query.queryKey[1] === getSession.path })
        toast(t('account.secondFactor.done'))
        onDone()
      }}
    />
  )
}
