/** A draft before it leaves: changed once more, or sent with exactly what is ticked, to whom it says. */
import { changeDraft, sendReferral } from '@kerege/contract/referrals/routes'
import type { Referral } from '@kerege/contract/referrals/schema'
import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { bodyOf, queryClient, send } from '../../api.ts'
import { useFormat } from '../../i18n/useFormat.tsx'
import { useT } from '../../i18n/useT.tsx'
import { Answered } from '../../ui/Answered.tsx'
import { Card } from '../../ui/Card.tsx'
import { Drawer } from '../../ui/Drawer.tsx'
import { Form } from '../../ui/form/Form.tsx'
import { SearchChoiceField } from '../../ui/form/SearchChoiceField.tsx'
import { useForm } from '../../ui/form/useForm.ts'
import { newId } from '../../ui/newId.ts'
import { Notice } from '../../ui/Notice.tsx'
import { toast } from '../../ui/toasts.ts'
import { TellFields, useLooked } from '../consents/sharing/TellFields.tsx'
import { useService } from '../services/api.ts'
import { useReceivers } from './api.ts'
import { DraftFields } from './NewPage.tsx'
import css from './referrals.module.css'

interface Props {
  one: Referral
  etag: string
  onCode: (code: string | undefined) => void
}

export function SendCard({ one, etag, onCode }: Props) {
  const t = useT()
  const format = useFormat()
  const [changing, change] = useState(false)
  return (
    <>
      <Card
        title={t('referrals.task')}
        side={
          <Button variant="subtle" onClick={() => change(true)}>
            {t('referrals.change')}
          </Button>
        }
      >
        <p className={css.text} dir="auto" lang={one.language}>
          {one.task}
        </p>
      </Card>
      <Card title={t('referrals.send.title')}>
        <div className="k-stack">
          <p>{t('referrals.send.text', { organisation: format.text(one.service.organisation).text })}</p>
          {one.hindrance && (
            <Notice
              kind="stop"
              act={
                <Button variant="default" component={Link} to={`/sharing/of/${one.personId}`}>
                  {t('referrals.hindrance.see')}
                </Button>
              }
            >
              {t('referrals.hindrance', { why: t(`consents.why.${one.hindrance}`) })}
            </Notice>
          )}
          {!one.hindrance && <Ready key={one.version} one={one} onCode={onCode} />}
        </div>
      </Card>
      <Drawer opened={changing} onClose={() => change(false)} title={t('referrals.change')}>
        {changing && <ChangeForm one={one} etag={etag} onClose={() => change(false)} />}
      </Drawer>
    </>
  )
}

function ChangeForm({ one, etag, onClose }: { one: Referral; etag: string; onClose: () => void }) {
  const t = useT()
  const { service, purpose, language, task, answerBy } = one
  const [initial] = useState(() => ({ serviceId: service.id, purpose, language, task, answerBy }))
  const form = useForm({
    name: `referrals.draft.${one.id}.${one.version}`,
    schema: bodyOf(changeDraft),
    initial,
    send: (body, options) =>
      send(changeDraft, { params: { id: one.id }, body }, { ...options, ifMatch: etag }),
    onDone: async () => {
      await queryClient.invalidateQueries()
      onClose()
    },
  })
  return (
    <Form
      form={form}
      submit={t('services.save')}
      beside={
        <Button variant="subtle" size="md" onClick={onClose}>
          {t('ui.cancel')}
        </Button>
      }
    >
      <DraftFields />
    </Form>
  )
}

/** What the register of sharing asks, beside what a referral sends. */
const sent = (values: unknown): unknown => {
  const { contactId: _, purpose, language, ...body } = values as Record<string, unknown>
  return body
}

/** Nobody sends before it is there what would be told. */
function Ready(props: Omit<Props, 'etag'>) {
  const { personId, service, purpose, language } = props.one
  const query = useLooked(personId, { contactId: service.organisationId, purpose, language })
  return <Answered query={query}>{() => <SendForm {...props} />}</Answered>
}

function SendForm({ one, onCode }: Omit<Props, 'etag'>) {
  const t = useT()
  const [initial] = useState(() => ({
    id: newId(),
    seen: one.version,
    contactId: one.service.organisationId,
    purpose: one.purpose,
    language: one.language,
    fields: [],
  }))
  const form = useForm({
    name: `referrals.send.${one.id}`,
    schema: bodyOf(sendReferral),
    initial,
    // What the file says may be another thing tomorrow: nothing of it is kept on the device.
    draft: false,
    shape: sent,
    send: (body, options) => send(sendReferral, { params: { id: one.id }, body }, options),
    onDone: async ({ body }) => {
      onCode(body.code)
      await queryClient.invalidateQueries()
      toast(t('referrals.sent'))
    },
  })
  return (
    <Form form={form} submit={t('referrals.send')}>
      {one.service.inside ? <Receiver serviceId={one.service.id} /> : <Outside serviceId={one.service.id} />}
      <TellFields personId={one.personId} />
    </Form>
  )
}

function Receiver({ serviceId }: { serviceId: string }) {
  const t = useT()
  const rows = useReceivers(serviceId, true).data?.body.rows
  const options = useMemo(() => (rows ?? []).map(({ id, name }) => ({ value: id, label: name })), [rows])
  return (
    <SearchChoiceField
      at="/receiverId"
      optional
      label={t('referrals.receiver')}
      hint={`${t('referrals.receiver.any')}. ${t('referrals.receiver.hint')}`}
      options={options}
    />
  )
}

function Outside({ serviceId }: { serviceId: string }) {
  const t = useT()
  const service = useService(serviceId).data?.body
  if (!service) return null
  const email = service.email ?? service.organisation.email
  return email ? (
    <Notice kind="info">{t('referrals.outside.text', { email })}</Notice>
  ) : (
    <Notice kind="stop">{t('referrals.outside.noMail')}</Notice>
  )
}
