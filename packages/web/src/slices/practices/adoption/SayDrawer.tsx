/** How it goes, or a correction of what was said: both are said anew, and what was said before stays readable. */
import { reportAdoption, withdrawAdoption, answerAdoption } from '@kerege/contract/practices/adoption/routes'
import type { Adoption } from '@kerege/contract/practices/adoption/schema'
import { adoptionStates } from '@kerege/contract/practices/rules'
import { useState } from 'react'
import { bodyOf, queryClient, send } from '../../../api.ts'
import { useLoaded } from '../../../i18n/language.ts'
import { useT } from '../../../i18n/useT.tsx'
import { Drawer } from '../../../ui/Drawer.tsx'
import { ChoiceField } from '../../../ui/form/ChoiceField.tsx'
import { Form } from '../../../ui/form/Form.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { useForm } from '../../../ui/form/useForm.ts'
import { newId } from '../../../ui/newId.ts'
import { LookAt } from '../check/LookAt.tsx'
import { SaidIn } from './SaidIn.tsx'

export type Saying = 'report' | 'withdraw' | 'answer'

interface Props {
  adoption: Adoption
  saying: Saying | undefined
  onClose: () => void
}

export function SayDrawer({ adoption, saying, onClose }: Props) {
  const t = useT()
  return (
    <Drawer
      opened={saying !== undefined}
      onClose={onClose}
      title={t(saying ? `practices.adoption.${saying}` : 'practices.adoption.report')}
    >
      {saying === 'report' && <ReportForm adoption={adoption} onDone={onClose} />}
      {saying && saying !== 'report' && (
        <WordsForm key={saying} adoption={adoption} saying={saying} onDone={onClose} />
      )}
    </Drawer>
  )
}

interface FormProps {
  adoption: Adoption
  onDone: () => void
}

const done = (onDone: () => void) => () => {
  void queryClient.invalidateQueries()
  onDone()
}

function ReportForm({ adoption, onDone }: FormProps) {
  const t = useT()
  const { language } = useLoaded()
  const [initial] = useState(() => ({ id: newId(), language }))
  const form = useForm({
    name: `practices.adoption.report.${adoption.id}`,
    schema: bodyOf(reportAdoption),
    initial,
    send: (body, options) => send(reportAdoption, { params: { id: adoption.id }, body }, options),
    onDone: done(onDone),
  })
  return (
    <Form form={form} submit={t('practices.adoption.say')}>
      <ChoiceField
        at="/state"
        label={t('practices.adoption.result')}
        options={adoptionStates.map(value => ({ value, label: t(`practices.adoption.${value}`) }))}
      />
      <TextField
        at="/words"
        label={t('practices.adoption.resultWords')}
        hint={t('domains.impersonal')}
        rows={4}
        maxLength={2000}
      />
      <LookAt at="/words" />
      <TextField
        at="/adaptation"
        label={t('practices.adoption.adaptation')}
        optional
        rows={2}
        maxLength={2000}
      />
      <LookAt at="/adaptation" />
      <TextField at="/feedback" label={t('practices.adoption.feedback')} optional rows={2} maxLength={2000} />
      <LookAt at="/feedback" />
      <SaidIn />
    </Form>
  )
}

function WordsForm({ adoption, saying, onDone }: FormProps & { saying: 'withdraw' | 'answer' }) {
  const t = useT()
  const { language } = useLoaded()
  const [initial] = useState(() => ({ id: newId(), language }))
  const route = saying === 'withdraw' ? withdrawAdoption : answerAdoption
  const form = useForm({
    name: `practices.adoption.${saying}.${adoption.id}`,
    schema: bodyOf(route),
    initial,
    send: (body, options) => send(route, { params: { id: adoption.id }, body }, options),
    onDone: done(onDone),
  })
  return (
    <Form form={form} submit={t(`practices.adoption.${saying}`)}>
      {saying === 'withdraw' && <p>{t('practices.adoption.withdrawText')}</p>}
      <TextField
        at="/words"
        label={t(saying === 'withdraw' ? 'ui.reason' : 'practices.adoption.answerWords')}
        hint={t('domains.impersonal')}
        rows={4}
        maxLength={2000}
      />
      <LookAt at="/words" />
      <SaidIn />
    </Form>
  )
}
