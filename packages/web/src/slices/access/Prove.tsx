/** Proving once more who one is, with what the account has: a passkey, a code, and only without either the password. */
import type { ProofWay } from '@kerege/contract/access/proof'
import { askProof, getProof, prove } from '@kerege/contract/access/proofRoutes'
import { Button } from '@mantine/core'
import { IconBuilding } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import { send } from '../../api.ts'
import { useT } from '../../i18n/useT.tsx'
import { Refused } from '../../ui/Answered.tsx'
import { Form } from '../../ui/form/Form.tsx'
import { TextField } from '../../ui/form/TextField.tsx'
import { useForm } from '../../ui/form/useForm.ts'
import { LoadingShape } from '../../ui/LoadingShape.tsx'
import { Notice } from '../../ui/Notice.tsx'
import css from './access.module.css'
import { answerWith } from './passkey.ts'
import { PasskeyTouch } from './PasskeyTouch.tsx'
import { inWindow, useSsoName } from './sso.ts'
import { Touch } from './Touch.tsx'

/** @param why instead of the words for what is grave */
export function Prove({ why, onDone }: { why?: string; onDone: () => void }) {
  const t = useT()
  const [asking] = useState(() => crypto.randomUUID())
  const state = useQuery({
    queryKey: ['proof', asking],
    queryFn: async () => (await send(getProof, {})).body,
    gcTime: 0,
    retry: false,
  })
  if (state.isPending) return <LoadingShape rows={3} />
  if (!state.data) return <Refused error={state.error} again={() => void state.refetch()} />
  const { ways, minutes, demoCode } = state.data
  return (
    <div className={css.prove}>
      <p>{why ?? t('access.doors.proof.text', { minutes })}</p>
      {ways.length === 0 && <Notice kind="info">{t('access.doors.proof.none')}</Notice>}
      {ways.includes('passkey') && <PasskeyProof onDone={onDone} />}
      {ways.includes('sso') && <SsoProof first={ways[0] === 'sso'} onDone={onDone} />}
      <TypedProof ways={ways} demoCode={demoCode} onDone={onDone} />
    </div>
  )
}

function PasskeyProof({ onDone }: { onDone: () => void }) {
  const t = useT()
  return (
    <PasskeyTouch
      label={t('access.doors.passkey.use')}
      focused
      act={async () => {
        const answer = await answerWith((await send(askProof, {})).body)
        await send(prove, { body: { kind: 'passkey', answer } })
        onDone()
      }}
    />
  )
}

/** In a window of its own: what is being done here goes on afterwards. */
function SsoProof({ first, onDone }: { first: boolean; onDone: () => void }) {
  const t = useT()
  const name = useSsoName() ?? ''
  return (
    <Touch
      label={t('access.doors.sso.again', { name })}
      icon={IconBuilding}
      focused={first}
      variant={first ? 'filled' : 'default'}
      again
      act={async () => {
        await inWindow('again')
        onDone()
      }}
    />
  )
}

type Typed = Exclude<ProofWay, 'passkey' | 'sso'>

/** What is typed: one field, and the other way beside it. */
function TypedProof({
  ways,
  demoCode,
  onDone,
}: {
  ways: readonly ProofWay[]
  demoCode: string | undefined
  onDone: () => void
}) {
  const t = useT()
  const typed = ways.filter((way): way is Typed => way !== 'passkey' && way !== 'sso')
  const [chosen, choose] = useState(typed[0])
  if (!chosen) return null
  const other = typed.find(way => way !== chosen)
  return (
    <>
      {chosen === 'demo' && (
        <Notice kind="info">{t('access.doors.proof.demo', { code: demoCode ?? '' })}</Notice>
      )}
      <ProofForm
        key={chosen}
        way={chosen}
        onDone={onDone}
        beside={
          other === 'totp' || other === 'recovery' ? (
            <Button variant="subtle" onClick={() => choose(other)}>
              {t(`access.use.${other}`)}
            </Button>
          ) : undefined
        }
      />
    </>
  )
}

const Password = z.strictObject({ password: z.string().min(1).max(200) })
const Code = z.strictObject({ code: z.string().regex(/^[A-Za-z0-9-]{6,24}$/, 'code') })

function ProofForm({ way, onDone, beside }: { way: Typed; onDone: () => void; beside: React.ReactNode }) {
  const t = useT()
  const form = useForm<typeof Password | typeof Code, unknown>({
    name: 'access.proof',
    schema: way === 'password' ? Password : Code,
    initial: { password: '', code: '' },
    draft: false,
    shape: values => {
      const { password, code } = values as { password?: string; code?: string }
      return way === 'password' ? { password } : { code: String(code ?? '').replaceAll(/\s/g, '') }
    },
    send: value =>
      'password' in value
        ? send(prove, { body: { kind: 'password', password: value.password } })
        : send(prove, { body: { kind: way === 'password' ? 'totp' : way, code: value.code } }),
    onDone,
  })
  return (
    <Form form={form} submit={t('access.confirm')} beside={beside}>
      {way === 'password' ? (
        <TextField at="/password" kind="password" label={t('access.password')} />
      ) : (
        <TextField
          at="/code"
          kind="code"
          label={t(way === 'recovery' ? 'access.code.recovery' : 'access.code.totp')}
          {...(way === 'demo' ? {} : { hint: t(`access.code.${way}.hint`) })}
          dir="ltr"
        />
      )}
    </Form>
  )
}
