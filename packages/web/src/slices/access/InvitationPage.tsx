/** Accepting an invitation from a mail: choosing a password, then signing in. */
import { acceptInvitation } from '@kerege/contract/access/routes'
import { useLocation, useNavigate } from '@tanstack/react-router'
import { send } from '../../api.ts'
import { useT } from '../../i18n/useT.tsx'
import { Card } from '../../ui/Card.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { toast } from '../../ui/toasts.ts'
import css from './access.module.css'
import { NewPassword } from './NewPassword.tsx'

export function InvitationPage() {
  const t = useT()
  const navigate = useNavigate()
  // After the sign #, which no server ever sees.
  const token = useLocation({ select: location => location.hash })
  return (
    <div className={css.narrow}>
      <PageHead title={t('access.invitation.title')} facts={[t('access.invitation.text')]} />
      <Card>
        <NewPassword
          submit={t('access.invitation.accept')}
          send={password => send(acceptInvitation, { body: { token, password } })}
          onDone={() => {
            toast(t('access.passwordSet'))
            void navigate({ to: '/sign-in', replace: true })
          }}
        />
      </Card>
    </div>
  )
}
