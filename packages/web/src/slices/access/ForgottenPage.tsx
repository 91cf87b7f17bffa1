/** A forgotten password. The answer is always the same: who has an account here is nobody's business. */
import { askReset } from '@kerege/contract/access/routes'
import { Email } from '@kerege/contract/access/schema'
import { Button } from '@mantine/core'
import { IconMail } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { z } from 'zod'
import { send } from '../../api.ts'
import { useT } from '../../i18n/useT.tsx'
import { Card } from '../../ui/Card.tsx'
import { Form } from '../../ui/form/Form.tsx'
import { TextField } from '../../ui/form/TextField.tsx'
import { useForm } from '../../ui/form/useForm.ts'
import { PageHead } from '../../ui/PageHead.tsx'
import { State } from '../../ui/State.tsx'
import css from './access.module.css'

export function ForgottenPage() {
  const t = useT()
  const [asked, setAsked] = useState(false)
  const form = useForm({
    name: 'access.forgotten',
    schema: z.strictObject({ email: Email }),
    initial: { email: '' },
    draft: false,
    send: body => send(askReset, { body }),
    onDone: () => setAsked(true),
  })
  const back = (
    <Button variant={asked ? 'default' : 'subtle'} component={Link} to="/sign-in">
      {t('access.backToSignIn')}
    </Button>
  )
  return (
    <div className={css.narrow}>
      <PageHead title={t('access.forgotten.title')} facts={[t('access.forgotten.text')]} />
      {asked ? (
        <State
          tone="ok"
          icon={<IconMail size={24} stroke={1.7} />}
          title={t('access.forgotten.sent')}
          act={back}
        >
          {t('access.forgotten.sentText')}
        </State>
      ) : (
        <Card>
          <Form form={form} submit={t('access.forgotten.act')} beside={back}>
            <TextField at="/email" kind="email" label={t('access.email')} autoComplete="username" dir="ltr" />
          </Form>
        </Card>
      )}
    </div>
  )
}
