/** Until when silence lasts: for the first time, or longer than before. */
import { extendSilence, putDecision } from '@kerege/contract/council/decisionRoutes'
import type { Decision } from '@kerege/contract/council/decisions'
import { useState } from 'react'
import { z } from 'zod'
import { bodyOf, queryClient, send } from '../../../api.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { Drawer } from '../../../ui/Drawer.tsx'
import { Form } from '../../../ui/form/Form.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { useForm } from '../../../ui/form/useForm.ts'
import { MomentField } from '../parts/MomentField.tsx'

interface Props {
  decision: Decision
  extend: boolean
  opened: boolean
  onClose: () => void
}

export function ExpiryDrawer({ decision, extend, opened, onClose }: Props) {
  const t = useT()
  return (
    <Drawer opened={opened} onClose={onClose} title={t(extend ? 'council.extend' : 'council.put.silence')}>
      {extend ? (
        <ExtendForm key={decision.version} decision={decision} onDone={onClose} />
      ) : (
        <PutForm key={decision.version} decision={decision} onDone={onClose} />
      )}
    </Drawer>
  )
}

const done = (onDone: () => void) => () => {
  void queryClient.invalidateQueries()
  onDone()
}

/** The next full hour at which the rules allow silence to end. */
export const nextHour = (earliest: string): string =>
  new Date(Math.ceil(Date.parse(earliest) / 3_600_000) * 3_600_000).toISOString().replace('.000Z', 'Z')

const Silence = z.strictObject({
  way: z.literal('silence'),
  basedOn: z.number(),
  expiresAt: z.iso.datetime(),
})

function PutForm({ decision, onDone }: { decision: Decision; onDone: () => void }) {
  const t = useT()
  const format = useFormat()
  const [initial] = useState(() => ({
    way: 'silence',
    basedOn: decision.version,
    expiresAt: nextHour(decision.earliest),
  }))
  const form = useForm({
    name: `council.put.${decision.id}`,
    schema: Silence,
    initial,
    draft: false,
    send: (body, options) => send(putDecision, { params: { id: decision.id }, body }, options),
    onDone: done(onDone),
  })
  return (
    <Form form={form} submit={t('council.put.silence')}>
      <p>{t('council.put.consequence')}</p>
      <MomentField
        at="/expiresAt"
        label={t('council.expires')}
        hint={t('council.earliest', { when: format.date(decision.earliest, 'exact') })}
      />
    </Form>
  )
}

function ExtendForm({ decision, onDone }: { decision: Decision; onDone: () => void }) {
  const t = useT()
  const form = useForm({
    name: `council.extend.${decision.id}`,
    schema: bodyOf(extendSilence),
    initial: { basedOn: decision.version, expiresAt: decision.expiresAt?.replace('.000Z', 'Z') },
    draft: false,
    send: (body, options) => send(extendSilence, { params: { id: decision.id }, body }, options),
    onDone: done(onDone),
  })
  return (
    <Form form={form} submit={t('council.extend')}>
      <MomentField at="/expiresAt" label={t('council.expires')} />
      <TextField at="/reason" label={t('ui.reason')} rows={2} maxLength={500} />
    </Form>
  )
}
