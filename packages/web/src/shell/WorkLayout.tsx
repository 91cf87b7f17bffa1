/** Inside: asks who is signed in, and shows the shell to them. Whoever is not goes to sign in and comes back. */
import { getSession } from '@kerege/contract/access/routes'
import { DomainError } from '@kerege/contract/errors'
import { Navigate, Outlet, useLocation } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useGet } from '../api.ts'
import { activate, wasChosen } from '../i18n/language.ts'
import { ZoneContext } from '../i18n/useFormat.tsx'
import { Refused } from '../ui/Answered.tsx'
import { LoadingShape } from '../ui/LoadingShape.tsx'
import { Shell } from './Shell.tsx'
import { SessionContext } from './session.ts'

export function WorkLayout() {
  const location = useLocation()
  const query = useGet(getSession, {}, { freshFor: Number.POSITIVE_INFINITY })
  const session = query.data?.body
  const language = session?.account.language
  useEffect(() => {
    // The account's language, unless another was chosen on this device.
    if (language && !wasChosen()) void activate(language, false)
  }, [language])
  if (!session) {
    if (query.isPending) return <LoadingShape />
    if (query.error instanceof DomainError && query.error.kind === 'unauthenticated') {
      return <Navigate to="/sign-in" search={{ return: location.href } as never} replace />
    }
    return <Refused error={query.error} again={() => void query.refetch()} />
  }
  return (
    <SessionContext value={session}>
      <ZoneContext value={session.node.timeZone}>
        <Shell>
          {/* Another hat sees another node: nothing of the first stays on the screen. */}
          <Outlet key={session.hat.id} />
        </Shell>
      </ZoneContext>
    </SessionContext>
  )
}
