/** A referral as it is written: which service, what for, what is asked, by when. Nothing is told yet. */
import { languages } from '@kerege/contract/common'
import { purposes } from '@kerege/contract/consents/kinds'
import { draftReferral } from '@kerege/contract/referrals/routes'
import { addDays } from '@kerege/contract/tasks/rules'
import { Button } from '@mantine/core'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { bodyOf, queryClient, send } from '../../api.ts'
import { useLoaded } from '../../i18n/language.ts'
import { useFormat } from '../../i18n/useFormat.tsx'
import { useT } from '../../i18n/useT.tsx'
import { Card } from '../../ui/Card.tsx'
import { ChoiceField } from '../../ui/form/ChoiceField.tsx'
import { DayField } from '../../ui/form/DayField.tsx'
import { Form } from '../../ui/form/Form.tsx'
import { SearchChoiceField } from '../../ui/form/SearchChoiceField.tsx'
import { TextField } from '../../ui/form/TextField.tsx'
import { useForm } from '../../ui/form/useForm.ts'
import { newId } from '../../ui/newId.ts'
import { PageHead } from '../../ui/PageHead.tsx'
import { useOpenServices } from './useOpenServices.ts'

/** Days that a service has to answer, unless the worker says otherwise. */
const usualDays = 7

export function NewPage() {
  const t = useT()
  const navigate = useNavigate()
  const { today } = useFormat()
  const { language } = useLoaded()
  const { personId = '' } = useParams({ strict: false }) as { personId?: string }
  const { action } = useSearch({ strict: false }) as { action?: string }
  const [initial] = useState(() => ({
    id: newId(),
    language,
    answerBy: addDays(today, usualDays),
    ...(action ? { actionId: action } : {}),
  }))
  const form = useForm({
    name: `referrals.new.${personId}`,
    schema: bodyOf(draftReferral),
    initial,
    send: (body, options) => send(draftReferral, { params: { id: personId }, body }, options),
    onDone: async ({ body }) => {
      await queryClient.invalidateQueries()
      void navigate({ to: `/referrals/${body.id}` })
    },
  })
  return (
    <>
      <PageHead
        title={t('referrals.new')}
        eyebrow={<Link to="/referrals">{t('referrals.title')}</Link>}
        facts={[t('referrals.new.text')]}
      />
      <Form
        form={form}
        submit={t('referrals.draft.save')}
        beside={
          <Button variant="subtle" size="md" component={Link} to={`/people/${personId}`}>
            {t('ui.cancel')}
          </Button>
        }
      >
        <Card title={t('referrals.one')}>
          <div className="k-stack">
            <DraftFields />
          </div>
        </Card>
      </Form>
    </>
  )
}

export function DraftFields() {
  const t = useT()
  const format = useFormat()
  const services = useOpenServices()
  return (
    <>
      <ChoiceField
        compact
        at="/purpose"
        label={t('referrals.purpose')}
        options={purposes.map(value => ({ value, label: t(`consents.purpose.${value}`) }))}
      />
      <SearchChoiceField at="/serviceId" label={t('referrals.service')} options={services} />
      <TextField
        at="/task"
        label={t('referrals.task')}
        hint={t('referrals.task.hint')}
        rows={5}
        maxLength={2000}
      />
      <DayField at="/answerBy" label={t('referrals.answerBy')} />
      <ChoiceField
        compact
        at="/language"
        label={t('referrals.language')}
        options={languages.map(value => ({ value, label: format.language(value) }))}
      />
    </>
  )
}
