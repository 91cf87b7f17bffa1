/** Inside: asks who is signed in, and shows the shell to them. Whoever is not goes to sign in and comes back. */
import { getSession } from '@kerege/contract/access/routes'
import { DomainError } from '@kerege/contract/errors'
import { Outlet, useNavigate, useRouter } from '@tanstack/react-router'
import { Suspense, useEffect } from 'react'
import { onLine, useGet } from '../api.ts'
import { frames } from '../frames.ts'
import { activate, wasChosen } from '../i18n/language.ts'
import { PlaceContext } from '../i18n/useFormat.tsx'
import { Refused } from '../ui/Answered.tsx'
import { LoadingShape } from '../ui/LoadingShape.tsx'
import { Shell } from './Shell.tsx'
import { SessionContext } from './session.ts'
import { useKeptSession } from './useKeptSession.ts'

export function WorkLayout() {
  const navigate = useNavigate()
  const router = useRouter()
  const query = useGet(getSession, {}, { freshFor: Number.POSITIVE_INFINITY })
  const away = query.error instanceof DomainError && query.error.kind === 'unavailable'
  const kept = useKeptSession(away)
  const session = query.data?.body ?? kept
  const { refetch } = query
  useEffect(() => onLine(() => void (kept && refetch())), [kept, refetch])
  const language = session?.account.language
  useEffect(() => {
    // The account's language, unless another was chosen on this device.
    if (language && !wasChosen()) void activate(language, false)
  }, [language])
  const stranger = query.error instanceof DomainError && query.error.kind === 'unauthenticated'
  useEffect(() => {
    // Over a page that is open without the node the shell asks to sign in, and what waits is kept.
    if (!stranger || kept) return
    const search = { return: router.state.location.href }
    void navigate({ to: '/sign-in', search: search as never, replace: true })
  }, [stranger, kept, navigate, router])
  if (!session) {
    if (query.isPending || stranger || (away && kept === undefined)) return <LoadingShape />
    return <WithoutNode error={query.error} again={() => void query.refetch()} />
  }
  return (
    <SessionContext value={session}>
      <PlaceContext value={session.node}>
        <Shell>
          {/* Another hat sees another node: nothing of the first stays on the screen. */}
          <Outlet key={`${session.hat.id} ${session.hat.role}`} />
        </Shell>
      </PlaceContext>
    </SessionContext>
  )
}

/** Nobody answers who is signed in: what the device keeps of public texts can be read meanwhile. */
function WithoutNode({ error, again }: { error: unknown; again: () => void }) {
  const away = error instanceof DomainError && error.kind === 'unavailable'
  return (
    <>
      <Refused error={error} again={again} />
      {away &&
        frames.map(
          ({ withoutLine: Kept }, at) =>
            Kept && (
              // biome-ignore lint/suspicious/noArrayIndexKey: the list of slices does not change
              <Suspense key={at} fallback={<LoadingShape />}>
                <Kept />
              </Suspense>
            ),
        )}
    </>
  )
}
