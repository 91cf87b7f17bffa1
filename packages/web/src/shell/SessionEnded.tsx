/** The session ended: the page is covered, what was written stays under it, and signing in again goes on from there. */
import { useQueryClient } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { useT } from '../i18n/useT.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { LoadingShape } from '../ui/LoadingShape.tsx'
import { useSession } from './session.ts'
import { resumeSession, useSessionEnded } from './sessionEnd.ts'

const SignInSteps = lazy(() =>
  import('../slices/access/SignInSteps.tsx').then(module => ({ default: module.SignInSteps })),
)

export function SessionEnded() {
  const t = useT()
  const client = useQueryClient()
  const ended = useSessionEnded()
  const { account } = useSession()
  return (
    <Dialog opened={ended} onClose={() => {}} dismissable={false} title={t('shell.ended.title')}>
      <p>{t('shell.ended.text')}</p>
      <Suspense fallback={<LoadingShape rows={3} />}>
        <SignInSteps
          email={account.email}
          onDone={() => {
            resumeSession()
            void client.invalidateQueries()
          }}
        />
      </Suspense>
    </Dialog>
  )
}
