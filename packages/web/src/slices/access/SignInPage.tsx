/** Signing in, and back to where one wanted to go. */
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useT } from '../../i18n/useT.tsx'
import { enterAnew } from '../../shell/sessionEnd.ts'
import { linkTo } from '../../ui/address.ts'
import { Card } from '../../ui/Card.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import css from './access.module.css'
import { safeReturn } from './safeReturn.ts'
import { SignInSteps } from './SignInSteps.tsx'

export function SignInPage() {
  const t = useT()
  const navigate = useNavigate()
  const search = useSearch({ strict: false }) as { return?: string }
  return (
    <div className={css.narrow}>
      <PageHead title={t('access.signIn.title')} facts={[t('access.signIn.text')]} />
      <Card>
        <SignInSteps
          onDone={() => {
            enterAnew()
            void navigate({ ...linkTo(safeReturn(search.return)), replace: true })
          }}
        />
      </Card>
    </div>
  )
}
