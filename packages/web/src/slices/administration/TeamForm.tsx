/** A new team of an agency. */
import { addTeam } from '@kerege/contract/access/routes'
import { Team } from '@kerege/contract/access/schema'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { send } from '../../api.ts'
import { useT } from '../../i18n/useT.tsx'
import { Form } from '../../ui/form/Form.tsx'
import { TextField } from '../../ui/form/TextField.tsx'
import { useForm } from '../../ui/form/useForm.ts'
import { toast } from '../../ui/toasts.ts'

export function TeamForm({ agencyId, onDone }: { agencyId: string; onDone: () => void }) {
  const t = useT()
  const client = useQueryClient()
  const [id] = useState(() => crypto.randomUUID())
  const form = useForm({
    name: `administration.team.${agencyId}`,
    schema: Team,
    initial: { id, agencyId, name: '' },
    send: (body, options) => send(addTeam, { body }, options),
    onDone: async () => {
      await client.invalidateQueries()
      toast(t('administration.teamAdded'))
      onDone()
    },
  })
  return (
    <Form form={form} submit={t('administration.addTeam')}>
      <TextField at="/name" label={t('administration.teamName')} maxLength={160} />
    </Form>
  )
}
