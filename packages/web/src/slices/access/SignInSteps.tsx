/**
 * Signing in, step by step: address and password, then the second factor or its set-up. Used by the page and
 * over a page whose session ended.
 */
import { passSecondFactor, signIn } from '@kerege/contract/access/routes'
import { Email, type SignInStep } from '@kerege/contract/access/schema'
import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { z } from 'zod'
import { send } from '../../api.ts'
import { useT } from '../../i18n/useT.tsx'
import { Form } from '../../ui/form/Form.tsx'
import { TextField } from '../../ui/form/TextField.tsx'
import { useForm } from '../../ui/form/useForm.ts'
import { LoadingShape } from '../../ui/LoadingShape.tsx'
import { PasskeyButton, WithPasskey } from './PasskeyButton.tsx'
import { WithSso } from './SsoButton.tsx'

// Met once in the life of an account; whoever only signs in does not wait for it.
const SecondFactorSetup = lazy(() =>
  import('./SecondFactorSetup.tsx').then(module => ({ default: module.SecondFactorSetup })),
)

const Prove = lazy(() => import('./Prove.tsx').then(module => ({ default: module.Prove })))

export type Next = z.infer<typeof SignInStep>['next']
type Stage = 'password' | 'totp' | 'recovery' | 'enrol' | 'passkey' | 'prove'

const stageAfter = {
  'second-factor': 'totp',
  'enrol-second-factor': 'enrol',
  passkey: 'passkey',
} as const satisfies Record<Exclude<Next, 'signed-in'>, Stage>

/** What still has to follow after the office's own sign-in: what the account has is shown in the session that it opened. */
const stageAfterSso = {
  'second-factor': 'prove',
  'enrol-second-factor': 'enrol',
  passkey: 'prove',
} as const satisfies Record<Exclude<Next, 'signed-in'>, Stage>

interface Props {
  /** Known already when a session ended. */
  email?: string
  /** The office's own sign-in is done, and this comes next. */
  begun?: Exclude<Next, 'signed-in'>
  onDone: () => void
}

export function SignInSteps({ email, begun, onDone }: Props) {
  const t = useT()
  const [stage, setStage] = useState<Stage>(begun ? stageAfterSso[begun] : 'password')
  // Setting up a second factor asks for the password once more; it is held only until then.
  const [password, setPassword] = useState('')
  const go = (next: Next) => {
    if (next === 'signed-in') onDone()
    else setStage(stageAfter[next])
  }
  switch (stage) {
    case 'password':
      return (
        <WithSso over={email !== undefined} onDone={onDone}>
          <WithPasskey onNext={go}>
            <PasswordStep
              email={email}
              onNext={(next, typed) => {
                if (next === 'enrol-second-factor') setPassword(typed)
                go(next)
              }}
            />
          </WithPasskey>
        </WithSso>
      )
    case 'prove':
      return (
        <Suspense fallback={<LoadingShape />}>
          <Prove why={t('access.doors.sso.factor')} onDone={onDone} />
        </Suspense>
      )
    case 'enrol':
      return (
        <Suspense fallback={<LoadingShape />}>
          <SecondFactorSetup password={password} onDone={onDone} />
        </Suspense>
      )
    case 'passkey':
      return (
        <>
          <p>{t('access.doors.passkey.needed')}</p>
          <PasskeyButton onNext={go} />
        </>
      )
    default:
      return <CodeStep key={stage} kind={stage} onNext={go} onOther={setStage} />
  }
}

const Credentials = z.strictObject({ email: Email, password: z.string().min(1).max(200) })

function PasswordStep({
  email,
  onNext,
}: {
  email: string | undefined
  onNext: (next: Next, password: string) => void
}) {
  const t = useT()
  const form = useForm({
    name: 'access.sign-in',
    schema: Credentials,
    initial: { email: email ?? '', password: '' },
    draft: false,
    send: async body => ({ next: (await send(signIn, { body })).body.next, password: body.password }),
    onDone: ({ next, password }) => onNext(next, password),
  })
  return (
    <Form
      form={form}
      submit={t('access.signIn')}
      beside={
        <Button variant="subtle" component={Link} to="/password/forgotten">
          {t('access.forgotten')}
        </Button>
      }
    >
      <TextField at="/email" kind="email" label={t('access.email')} autoComplete="username" dir="ltr" />
      <TextField at="/password" kind="password" label={t('access.password')} />
    </Form>
  )
}

const Code = z.strictObject({ code: z.string().regex(/^[A-Za-z0-9-]{6,24}$/, 'code') })

function CodeStep({
  kind,
  onNext,
  onOther,
}: {
  kind: 'totp' | 'recovery'
  onNext: (next: Next) => void
  onOther: (stage: Stage) => void
}) {
  const t = useT()
  const other = kind === 'totp' ? 'recovery' : 'totp'
  const form = useForm({
    name: 'access.code',
    schema: Code,
    initial: { code: '' },
    draft: false,
    shape: values => ({ code: String((values as { code?: string }).code ?? '').replaceAll(/\s/g, '') }),
    send: async ({ code }) => (await send(passSecondFactor, { body: { kind, code } })).body.next,
    onDone: onNext,
  })
  return (
    <Form
      form={form}
      submit={t('access.confirm')}
      beside={
        <Button variant="subtle" onClick={() => onOther(other)}>
          {t(`access.use.${other}`)}
        </Button>
      }
    >
      <TextField
        at="/code"
        kind="code"
        label={t(`access.code.${kind}`)}
        hint={t(`access.code.${kind}.hint`)}
        dir="ltr"
      />
    </Form>
  )
}
