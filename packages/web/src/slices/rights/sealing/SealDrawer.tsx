/** Asks a second person to seal the records of a child, or to open sealed ones for some days. */
import { sealReasons } from '@kerege/contract/rights/sealing'
import { askSeal, askSealOpening } from '@kerege/contract/rights/sealingRoutes'
import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { bodyOf, queryClient, send } from '../../../api.ts'
import { useT } from '../../../i18n/useT.tsx'
import { Drawer } from '../../../ui/Drawer.tsx'
import { ChoiceField } from '../../../ui/form/ChoiceField.tsx'
import { Form } from '../../../ui/form/Form.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { type FormState, useForm } from '../../../ui/form/useForm.ts'
import { toast } from '../../../ui/toasts.ts'

interface Props {
  personId: string
  route: typeof askSeal | typeof askSealOpening
  opened: boolean
  onClose: () => void
}

export function SealDrawer({ personId, route, opened, onClose }: Props) {
  const t = useT()
  const opens = route === askSealOpening
  return (
    <Drawer opened={opened} onClose={onClose} title={t(opens ? 'sealing.open' : 'sealing.seal')}>
      {opened &&
        (opens ? (
          <OpenForm personId={personId} onClose={onClose} />
        ) : (
          <SealForm personId={personId} onClose={onClose} />
        ))}
    </Drawer>
  )
}

type FormProps = Pick<Props, 'personId' | 'onClose'>

function useDone(onClose: () => void) {
  const t = useT()
  return () => {
    toast(t('sealing.done'))
    void queryClient.invalidateQueries()
    onClose()
  }
}

function SealForm({ personId, onClose }: FormProps) {
  const t = useT()
  const [initial] = useState(() => ({ why: 'asked' }))
  const form = useForm({
    name: `sealing.seal.${personId}`,
    schema: bodyOf(askSeal),
    initial,
    send: (body, options) => send(askSeal, { params: { id: personId }, body }, options),
    onDone: useDone(onClose),
  })
  return (
    <Asking form={form} text={t('sealing.sealText')} onClose={onClose}>
      <ChoiceField
        at="/why"
        label={t('sealing.why')}
        options={sealReasons.map(value => ({ value, label: t(`sealing.why.${value}`) }))}
      />
    </Asking>
  )
}

/** Days are a number in the shape, and a choice on the screen. */
const shaped = (values: unknown): unknown => {
  const { days, ...rest } = values as { days?: string }
  return { ...rest, days: Number(days) }
}

function OpenForm({ personId, onClose }: FormProps) {
  const t = useT()
  const [initial] = useState(() => ({ days: '7' }))
  const form = useForm({
    name: `sealing.open.${personId}`,
    schema: bodyOf(askSealOpening),
    initial,
    shape: shaped,
    send: (body, options) => send(askSealOpening, { params: { id: personId }, body }, options),
    onDone: useDone(onClose),
  })
  return (
    <Asking form={form} text={t('sealing.openText')} onClose={onClose}>
      <ChoiceField
        at="/days"
        label={t('sealing.forDays')}
        options={[1, 7, 14, 30].map(n => ({ value: String(n), label: t('sealing.days', { n }) }))}
      />
    </Asking>
  )
}

interface AskingProps {
  form: FormState
  text: string
  onClose: () => void
  children: ReactNode
}

function Asking({ form, text, onClose, children }: AskingProps) {
  const t = useT()
  return (
    <Form
      form={form}
      submit={t('sealing.ask')}
      beside={
        <Button variant="subtle" size="md" onClick={onClose}>
          {t('ui.cancel')}
        </Button>
      }
    >
      <p>{text}</p>
      {children}
      <TextField at="/reason" label={t('sealing.reason')} rows={3} maxLength={500} />
    </Form>
  )
}
