/** Accepting an invitation from a mail: by the office's own sign-in, or choosing a password and then signing in. */
import { acceptInvitation } from '@kerege/contract/access/routes'
import { IconBuilding } from '@tabler/icons-react'
import { useLocation, useNavigate } from '@tanstack/react-router'
import { send } from '../../api.ts'
import { useT } from '../../i18n/useT.tsx'
import { Card } from '../../ui/Card.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { toast } from '../../ui/toasts.ts'
import css from './access.module.css'
import { NewPassword } from './NewPassword.tsx'
import { goAway, useSsoName } from './sso.ts'
import { Touch } from './Touch.tsx'

export function InvitationPage() {
  const t = useT()
  const navigate = useNavigate()
  const name = useSsoName()
  // After the sign #, which no server ever sees.
  const token = useLocation({ select: location => location.hash })
  return (
    <div className={css.narrow}>
      <PageHead title={t('access.invitation.title')} facts={[t('access.invitation.text')]} />
      <Card>
        {name !== undefined && (
          <div className={css.prove}>
            <p>{t('access.doors.sso.invited')}</p>
            <Touch
              label={t('access.doors.sso.signIn', { name })}
              icon={IconBuilding}
              act={() => goAway({ invitation: token })}
            />
            <p className="k-dim">{t('access.doors.sso.orPassword')}</p>
          </div>
        )}
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
