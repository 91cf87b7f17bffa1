/** Signing in, and back to where one wanted to go. */
import { getNode } from '@kerege/contract/access/routes'
import { safeReturn } from '@kerege/contract/access/safeReturn'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useGet } from '../../api.ts'
import { addWords } from '../../i18n/language.ts'
import { useT } from '../../i18n/useT.tsx'
import { enterAnew } from '../../shell/sessionEnd.ts'
import { linkTo } from '../../ui/address.ts'
import { Card } from '../../ui/Card.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import css from './access.module.css'
import { SignInSteps } from './SignInSteps.tsx'

// The page's own fonts come before what is only likely.
const lettersFirstMs = 1000

/** What comes next is on its way while one types. */
const fetchFrame = () => {
  // Where the line is down, signing in will say so.
  void Promise.all([import('../../shell/WorkLayout.tsx'), addWords('work')]).catch(() => {})
}

export function SignInPage() {
  const t = useT()
  const navigate = useNavigate()
  useEffect(() => {
    const timer = setTimeout(fetchFrame, lettersFirstMs)
    return () => clearTimeout(timer)
  }, [])
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
      <Rights />
    </div>
  )
}

/** A family that stands here by a code on the wall needs no account. */
function Rights() {
  const t = useT()
  const kind = useGet(getNode, {}, { freshFor: 600_000 }).data?.body.kind
  return kind === 'national' ? <Link to="/your-rights">{t('access.rights')}</Link> : null
}
