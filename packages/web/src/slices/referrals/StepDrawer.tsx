/** Says what came of a referral, in a sentence where one is needed. */
import { senderStep } from '@kerege/contract/referrals/routes'
import { needsWords } from '@kerege/contract/referrals/rules'
import type { Referral, SenderStep } from '@kerege/contract/referrals/schema'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { bodyOf, queryClient, send } from '../../api.ts'
import { useT } from '../../i18n/useT.tsx'
import { Drawer } from '../../ui/Drawer.tsx'
import { Form } from '../../ui/form/Form.tsx'
import { TextField } from '../../ui/form/TextField.tsx'
import { useForm } from '../../ui/form/useForm.ts'
import { toast } from '../../ui/toasts.ts'

interface Props {
  one: Referral
  becomes: SenderStep['becomes'] | undefined
  onClose: () => void
}

export function StepDrawer({ one, becomes, onClose }: Props) {
  const t = useT()
  return (
    <Drawer opened={becomes !== undefined} onClose={onClose} title={becomes && t(`referrals.do.${becomes}`)}>
      {becomes && <StepForm key={becomes} one={one} becomes={becomes} onClose={onClose} />}
    </Drawer>
  )
}

function StepForm({ one, becomes, onClose }: Props & { becomes: SenderStep['becomes'] }) {
  const t = useT()
  const [initial] = useState(() => ({ becomes, seen: one.version }))
  const form = useForm({
    name: `referrals.step.${one.id}.${becomes}.${one.version}`,
    schema: bodyOf(senderStep),
    initial,
    send: (body, options) => send(senderStep, { params: { id: one.id }, body }, options),
    onDone: async () => {
      await queryClient.invalidateQueries()
      toast(t('referrals.done'))
      onClose()
    },
  })
  const needed = needsWords(becomes, 'sender')
  return (
    <Form
      form={form}
      submit={t(`referrals.do.${becomes}`)}
      beside={
        <Button variant="subtle" size="md" onClick={onClose}>
          {t('ui.cancel')}
        </Button>
      }
    >
      <TextField
        at="/words"
        label={t(
          becomes === 'confirmed'
            ? 'referrals.words.family'
            : needed
              ? 'referrals.words.why'
              : 'referrals.words',
        )}
        optional={!needed}
        rows={3}
        maxLength={1000}
      />
    </Form>
  )
}
