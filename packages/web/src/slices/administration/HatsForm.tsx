/** Changing somebody's roles, with the reason that the log keeps. */
import { setHats } from '@kerege/contract/access/routes'
import type { AccountRow } from '@kerege/contract/access/schema'
import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { bodyOf, send } from '../../api.ts'
import { useT } from '../../i18n/useT.tsx'
import { Form } from '../../ui/form/Form.tsx'
import { TextField } from '../../ui/form/TextField.tsx'
import { useForm } from '../../ui/form/useForm.ts'
import { toast } from '../../ui/toasts.ts'
import { HatFields } from './HatFields.tsx'

export function HatsForm({ account, onDone }: { account: AccountRow; onDone: () => void }) {
  const t = useT()
  const client = useQueryClient()
  const form = useForm({
    name: `administration.hats.${account.id}`,
    schema: bodyOf(setHats),
    initial: {
      hats: account.hats.map(({ role, agencyId, teamId, areas }) => ({
        role,
        agencyId,
        areas,
        ...(teamId ? { teamId } : {}),
      })),
      reason: '',
    },
    send: (body, options) => send(setHats, { params: { id: account.id }, body }, options),
    onDone: async ({ body }) => {
      await client.invalidateQueries()
      toast(t(body.approvalId ? 'administration.hatsWait' : 'administration.rolesChanged'))
      onDone()
    },
  })
  return (
    <Form
      form={form}
      submit={t('administration.saveRoles')}
      beside={
        <Button variant="subtle" onClick={onDone}>
          {t('ui.cancel')}
        </Button>
      }
    >
      <p className="k-dim">{t('administration.hatsNote')}</p>
      <HatFields at="/hats" />
      <TextField at="/reason" label={t('ui.reason')} rows={2} maxLength={500} />
    </Form>
  )
}
