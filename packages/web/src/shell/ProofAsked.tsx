/** Before what is grave: who is there? Over whatever asked for it, which goes on by itself afterwards. */
import { lazy, Suspense } from 'react'
import { useT } from '../i18n/useT.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { LoadingShape } from '../ui/LoadingShape.tsx'
import { settleProof, useProofAsked } from './proof.ts'

const Prove = lazy(() => import('../slices/access/Prove.tsx').then(module => ({ default: module.Prove })))

export function ProofAsked() {
  const t = useT()
  const asked = useProofAsked()
  return (
    <Dialog opened={asked} onClose={() => settleProof(false)} title={t('access.doors.proof.title')}>
      <Suspense fallback={<LoadingShape rows={3} />}>
        <Prove onDone={() => settleProof(true)} />
      </Suspense>
    </Dialog>
  )
}
