/** Setting up an authenticator: scan or type the key, keep the recovery codes, prove that it works. */
import { finishSecondFactor, startSecondFactor } from '@kerege/contract/access/routes'
import { Button } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import { send } from '../../api.ts'
import { useT } from '../../i18n/useT.tsx'
import { Refused } from '../../ui/Answered.tsx'
import { TickField } from '../../ui/form/ChoiceField.tsx'
import { Form } from '../../ui/form/Form.tsx'
import { TextField } from '../../ui/form/TextField.tsx'
import { useForm } from '../../ui/form/useForm.ts'
import { LoadingShape } from '../../ui/LoadingShape.tsx'
import css from './access.module.css'
import { QrCode } from './QrCode.tsx'

const Proof = z.strictObject({
  code: z.string().regex(/^\d{6}$/, 'code'),
  kept: z.literal(true, 'codes-not-kept'),
})

/** @param password empty of who came in by the office's own sign-in and has none */
export function SecondFactorSetup({ password, onDone }: { password: string; onDone: () => void }) {
  const t = useT()
  // Asked once: each asking makes a new key.
  const [attempt] = useState(() => crypto.randomUUID())
  const start = useQuery({
    queryKey: ['second-factor', attempt],
    queryFn: async () => (await send(startSecondFactor, { body: password === '' ? {} : { password } })).body,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
  })
  const form = useForm({
    name: 'access.second-factor',
    schema: Proof,
    initial: { code: '', kept: false },
    draft: false,
    send: ({ code }) => send(finishSecondFactor, { body: { code } }),
    onDone,
  })
  if (start.isPending) return <LoadingShape rows={4} />
  if (!start.data) return <Refused error={start.error} again={() => void start.refetch()} />
  const { uri, recoveryCodes } = start.data
  const secret = new URL(uri).searchParams.get('secret') ?? ''
  return (
    <Form form={form} submit={t('access.setup.finish')}>
      <p>{t('access.setup.why')}</p>
      <div className={css.setup}>
        <QrCode text={uri} label={t('access.setup.qr')} />
        <div>
          <h2 className={css.small}>{t('access.setup.scan')}</h2>
          <p className="k-dim">{t('access.setup.orType')}</p>
          <code className={css.secret}>{secret.match(/.{1,4}/g)?.join(' ')}</code>
        </div>
      </div>
      <div>
        <h2 className={css.small}>{t('access.setup.codes')}</h2>
        <p className="k-dim">{t('access.setup.codesWhy')}</p>
        <ul className={css.codes}>
          {recoveryCodes.map(code => (
            <li key={code}>
              <code>{code}</code>
            </li>
          ))}
        </ul>
        <Button
          variant="default"
          leftSection={<IconPrinter size={18} stroke={1.7} />}
          onClick={() => window.print()}
        >
          {t('access.setup.print')}
        </Button>
      </div>
      <TickField at="/kept" label={t('access.setup.kept')} />
      <TextField
        at="/code"
        kind="code"
        label={t('access.code.totp')}
        hint={t('access.setup.codeHint')}
        dir="ltr"
      />
    </Form>
  )
}
