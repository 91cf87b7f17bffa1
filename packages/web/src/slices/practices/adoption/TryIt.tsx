/** "We are trying this": for whom, where, since when and what was changed. Who may not is told why, beside the button's place. */
import { adoptPractice, whereUsed } from '@kerege/contract/practices/adoption/routes'
import type { WhereUsed } from '@kerege/contract/practices/adoption/schema'
import { Button } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { bodyOf, queryClient, send, useGet } from '../../../api.ts'
import { useLoaded } from '../../../i18n/language.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { Drawer } from '../../../ui/Drawer.tsx'
import { ChoiceField } from '../../../ui/form/ChoiceField.tsx'
import { DayField } from '../../../ui/form/DayField.tsx'
import { Form } from '../../../ui/form/Form.tsx'
import { CountryField } from '../../../ui/form/LanguageField.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { useForm } from '../../../ui/form/useForm.ts'
import { newId } from '../../../ui/newId.ts'
import { LookAt } from '../check/LookAt.tsx'
import { SaidIn } from './SaidIn.tsx'

export function TryIt({ practiceId }: { practiceId: string }) {
  const t = useT()
  const [opened, setOpened] = useState(false)
  const mine = useGet(whereUsed, { params: { id: practiceId } }).data?.body.mine
  if (!mine || mine.as.length === 0) return null
  return (
    <>
      <Button onClick={() => setOpened(true)}>{t('practices.adoption.try')}</Button>
      <Drawer opened={opened} onClose={() => setOpened(false)} title={t('practices.adoption.try')}>
        {opened && <TryForm practiceId={practiceId} mine={mine} />}
      </Drawer>
    </>
  )
}

function TryForm({ practiceId, mine }: { practiceId: string; mine: WhereUsed['mine'] }) {
  const t = useT()
  const navigate = useNavigate()
  const { language } = useLoaded()
  const { today } = useFormat()
  const [initial] = useState(() => ({
    id: newId(),
    reportId: newId(),
    language,
    since: today,
    ...(mine.country ? { country: mine.country } : {}),
    ...(mine.as.length === 1 ? { by: mine.as[0] } : {}),
  }))
  const form = useForm({
    name: `practices.adopt.${practiceId}`,
    schema: bodyOf(adoptPractice),
    initial,
    send: (body, options) => send(adoptPractice, { params: { id: practiceId }, body }, options),
    onDone: async ({ body }) => {
      await queryClient.invalidateQueries()
      await navigate({ to: `/adoptions/${body.id}` })
    },
  })
  return (
    <Form form={form} submit={t('practices.adoption.say')}>
      <ChoiceField
        at="/by"
        label={t('practices.adoption.by')}
        options={mine.as.map(value => ({ value, label: t(`practices.adoption.by.${value}`) }))}
      />
      {!mine.country && <CountryField at="/country" label={t('practices.adoption.country')} />}
      <TextField
        at="/place"
        label={t('practices.adoption.place')}
        hint={t('practices.adoption.placeHint')}
        maxLength={80}
      />
      <LookAt at="/place" />
      <DayField at="/since" label={t('practices.adoption.since')} />
      <TextField
        at="/words"
        label={t('practices.adoption.words')}
        hint={t('domains.impersonal')}
        rows={4}
        maxLength={2000}
      />
      <LookAt at="/words" />
      <TextField
        at="/adaptation"
        label={t('practices.adoption.adaptation')}
        optional
        rows={3}
        maxLength={2000}
      />
      <LookAt at="/adaptation" />
      <SaidIn />
    </Form>
  )
}
