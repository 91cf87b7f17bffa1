/** A new passkey, and another name for one. The device is asked once: when only the answer was lost, what it made is sent again. */
import type { Passkey, PasskeyMade } from '@kerege/contract/access/proof'
import { PasskeyName } from '@kerege/contract/access/proof'
import { addPasskey, askNewPasskey, renamePasskey } from '@kerege/contract/access/proofRoutes'
import { DomainError } from '@kerege/contract/errors'
import { useRef } from 'react'
import { z } from 'zod'
import { send, useSend } from '../../../api.ts'
import { useT } from '../../../i18n/useT.tsx'
import { Form } from '../../../ui/form/Form.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { useForm } from '../../../ui/form/useForm.ts'
import { toast } from '../../../ui/toasts.ts'
import { makeOne } from '../../access/passkey.ts'

const Named = z.strictObject({ name: PasskeyName })

export function NewPasskey({ onDone }: { onDone: () => void }) {
  const t = useT()
  const made = useRef<PasskeyMade>(undefined)
  const add = useSend(addPasskey)
  const form = useForm({
    name: 'access.passkey',
    schema: Named,
    initial: { name: '' },
    draft: false,
    send: async ({ name }, options) => {
      made.current ??= await makeOne((await send(askNewPasskey, {})).body)
      try {
        return await add.mutateAsync({ input: { body: { name, made: made.current } }, options })
      } catch (error) {
        // The node has looked at it and does not want it: the next try is a new one.
        if (!(error instanceof DomainError && error.kind === 'unavailable')) made.current = undefined
        throw error
      }
    },
    onDone: () => {
      toast(t('security.passkeys.added'))
      onDone()
    },
  })
  return (
    <Form form={form} submit={t('security.passkeys.make')}>
      <p>{t('security.passkeys.how')}</p>
      <TextField
        at="/name"
        label={t('security.passkeys.name')}
        hint={t('security.passkeys.nameHint')}
        maxLength={80}
      />
    </Form>
  )
}

export function RenamePasskey({ row, onDone }: { row: Passkey; onDone: () => void }) {
  const t = useT()
  const rename = useSend(renamePasskey)
  const form = useForm({
    name: 'access.passkey-name',
    schema: Named,
    initial: { name: row.name },
    draft: false,
    send: (body, options) => rename.mutateAsync({ input: { params: { id: row.id }, body }, options }),
    onDone,
  })
  return (
    <Form form={form} submit={t('security.passkeys.renameAct')}>
      <TextField at="/name" label={t('security.passkeys.name')} maxLength={80} />
    </Form>
  )
}
