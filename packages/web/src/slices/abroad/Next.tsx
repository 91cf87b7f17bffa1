/** What may follow, and what has to be on record before it: nobody has to guess why a step is closed. */
import type { AbroadState } from '@kerege/contract/repatriation/register/rules'
import { stepAbroad } from '@kerege/contract/repatriation/register/routes'
import { type Abroad, TakeStep } from '@kerege/contract/repatriation/register/schema'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { queryClient, send } from '../../api.ts'
import { useFormat } from '../../i18n/useFormat.tsx'
import { useT } from '../../i18n/useT.tsx'
import { Card } from '../../ui/Card.tsx'
import { Drawer } from '../../ui/Drawer.tsx'
import { DayField } from '../../ui/form/DayField.tsx'
import { Form } from '../../ui/form/Form.tsx'
import { TextField } from '../../ui/form/TextField.tsx'
import { useForm } from '../../ui/form/useForm.ts'
import { toast } from '../../ui/toasts.ts'
import css from './abroad.module.css'

/** The way home; all else is said below it, quieter. */
const onward: Readonly<Partial<Record<AbroadState, AbroadState>>> = { known: 'verified', verified: 'ready' }

export function Next({ abroad }: { abroad: Abroad }) {
  const t = useT()
  const [to, choose] = useState<AbroadState>()
  const first = abroad.next.find(one => one.to === onward[abroad.state])
  const others = abroad.next.filter(one => one !== first)
  const chosen = abroad.next.find(one => one.to === to)
  return (
    <div className="k-screen">
      <Card title={t('abroad.next')}>
        <div className={css.next}>
          {first && (
            <>
              {first.missing.length > 0 ? (
                <>
                  <p>{t('abroad.missing', { state: t(`abroad.state.${first.to}`) })}</p>
                  <ul className={css.missing}>
                    {first.missing.map(one => (
                      <li key={one}>{t(`abroad.condition.${one}`)}</li>
                    ))}
                  </ul>
                </>
              ) : (
                <div>
                  <Button onClick={() => choose(first.to)}>{t(`abroad.to.${first.to}`)}</Button>
                </div>
              )}
            </>
          )}
          <div className={css.others}>
            {others.map(one => (
              <Button
                key={one.to}
                variant="default"
                disabled={one.missing.length > 0}
                onClick={() => choose(one.to)}
              >
                {t(`abroad.to.${one.to}`)}
              </Button>
            ))}
          </div>
        </div>
      </Card>
      <Drawer
        opened={chosen !== undefined}
        onClose={() => choose(undefined)}
        title={chosen && t(`abroad.to.${chosen.to}`)}
      >
        {chosen && (
          <StepForm
            key={chosen.to}
            abroad={abroad}
            to={chosen.to}
            why={chosen.reason}
            onClose={() => choose(undefined)}
          />
        )}
      </Drawer>
    </div>
  )
}

interface Props {
  abroad: Abroad
  to: AbroadState
  why: boolean
  onClose: () => void
}

function StepForm({ abroad, to, why, onClose }: Props) {
  const t = useT()
  const { today } = useFormat()
  const [initial] = useState(() => ({ to, on: today }))
  const form = useForm({
    name: 'abroad.step',
    schema: why ? TakeStep.required({ reason: true }) : TakeStep,
    initial,
    draft: false,
    send: (body, options) => send(stepAbroad, { params: { id: abroad.id }, body }, options),
    onDone: () => {
      toast(t(`abroad.to.${to}`))
      void queryClient.invalidateQueries()
      onClose()
    },
  })
  return (
    <Form
      form={form}
      submit={t('abroad.make')}
      beside={
        <Button variant="subtle" size="md" onClick={onClose}>
          {t('ui.cancel')}
        </Button>
      }
    >
      {to === 'refused' && <p className="k-dim">{t('abroad.refusedNote')}</p>}
      <DayField at="/on" label={t('abroad.field.on')} hint={t('abroad.field.onHint')} />
      <TextField at="/reason" label={t('ui.reason')} optional={!why} rows={2} maxLength={500} />
    </Form>
  )
}
