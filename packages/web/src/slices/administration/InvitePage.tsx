/** Inviting somebody: a name, an address, a role. The mail holds a link and nothing else. */
import { invite } from '@kerege/contract/access/routes'
import { Invite } from '@kerege/contract/access/schema'
import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { send } from '../../api.ts'
import { choices } from '../../i18n/language.ts'
import { useT } from '../../i18n/useT.tsx'
import { useSession } from '../../shell/session.ts'
import { Card } from '../../ui/Card.tsx'
import { ChoiceField } from '../../ui/form/ChoiceField.tsx'
import { Form } from '../../ui/form/Form.tsx'
import { TextField } from '../../ui/form/TextField.tsx'
import { useForm } from '../../ui/form/useForm.ts'
import { PageHead } from '../../ui/PageHead.tsx'
import { toast } from '../../ui/toasts.ts'
import { HatFields } from './HatFields.tsx'

export function InvitePage() {
  const t = useT()
  const navigate = useNavigate()
  const client = useQueryClient()
  const { node } = useSession()
  const form = useForm({
    name: 'administration.invite',
    schema: Invite,
    initial: {
      name: '',
      email: '',
      language: node.languages[0] ?? 'en',
      hats: [{ role: '', agencyId: '', areas: [] }],
      reason: '',
    },
    send: (body, options) => send(invite, { body }, options),
    onDone: async answer => {
      await client.invalidateQueries()
      toast(t(answer.body.approvalId ? 'administration.hatsWait' : 'administration.invited'))
      await navigate({ to: `/accounts/${answer.body.id}` })
    },
  })
  return (
    <>
      <PageHead title={t('administration.invite.title')} facts={[t('administration.invite.text')]} />
      <div className="k-narrow">
        <Card>
          <Form
            form={form}
            submit={t('administration.invite.act')}
            beside={
              <Button variant="subtle" component={Link} to="/accounts">
                {t('administration.backToAccounts')}
              </Button>
            }
          >
            <TextField at="/name" label={t('administration.name')} maxLength={160} />
            <TextField at="/email" kind="email" label={t('access.email')} dir="ltr" />
            <ChoiceField
              compact
              at="/language"
              label={t('administration.mailLanguage')}
              options={choices
                .filter(([value]) => value !== 'uz-Cyrl')
                .map(([value, label]) => ({ value, label }))}
            />
            <HatFields at="/hats" />
            <TextField at="/reason" label={t('ui.reason')} rows={2} maxLength={500} />
          </Form>
        </Card>
      </div>
    </>
  )
}
