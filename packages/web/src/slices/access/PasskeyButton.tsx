/** Coming in by a passkey: first where this device is known to have one, and quietly below the password elsewhere. */
import { askPasskeySignIn, signInByPasskey } from '@kerege/contract/access/proofRoutes'
import type { SignInStep } from '@kerege/contract/access/schema'
import { type ReactNode, useState } from 'react'
import type { z } from 'zod'
import { send } from '../../api.ts'
import { useT } from '../../i18n/useT.tsx'
import css from './access.module.css'
import { answerWith, canPasskey, knowsPasskey } from './passkey.ts'
import { PasskeyTouch } from './PasskeyTouch.tsx'

type OnNext = (next: z.infer<typeof SignInStep>['next']) => void

export function WithPasskey({ onNext, children }: { onNext: OnNext; children: ReactNode }) {
  const t = useT()
  const [first] = useState(knowsPasskey)
  if (!canPasskey()) return children
  const button = <PasskeyButton onNext={onNext} quiet={!first} />
  return (
    <div className={css.prove}>
      {first && button}
      {first && <p className="k-dim">{t('access.doors.passkey.or')}</p>}
      {children}
      {!first && button}
    </div>
  )
}

export function PasskeyButton({ onNext, quiet = false }: { onNext: OnNext; quiet?: boolean }) {
  const t = useT()
  return (
    <PasskeyTouch
      label={t('access.doors.passkey.signIn')}
      variant={quiet ? 'default' : 'filled'}
      act={async () => {
        const answer = await answerWith((await send(askPasskeySignIn, {})).body)
        onNext((await send(signInByPasskey, { body: answer })).body.next)
      }}
    />
  )
}
