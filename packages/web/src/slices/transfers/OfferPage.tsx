/** One case that is offered: why, what one needs to know, and the answer. Nothing else of the file is here until it is taken over. */
import { acceptOffer, declineOffer } from '@kerege/contract/transfers/routes'
import type { Offer } from '@kerege/contract/transfers/schema'
import { Button } from '@mantine/core'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { bodyOf, queryClient, send, useSend } from '../../api.ts'
import { useFormat } from '../../i18n/useFormat.tsx'
import { useT } from '../../i18n/useT.tsx'
import { Answered } from '../../ui/Answered.tsx'
import { Card } from '../../ui/Card.tsx'
import { Drawer } from '../../ui/Drawer.tsx'
import { Facts } from '../../ui/Facts.tsx'
import { Form } from '../../ui/form/Form.tsx'
import { SearchChoiceField } from '../../ui/form/SearchChoiceField.tsx'
import { TextField } from '../../ui/form/TextField.tsx'
import { useForm } from '../../ui/form/useForm.ts'
import { PageHead } from '../../ui/PageHead.tsx'
import { ReasonDialog } from '../../ui/ReasonDialog.tsx'
import { toast } from '../../ui/toasts.ts'
import { useWorkers } from '../cases/api.ts'
import { Told } from '../referrals/Told.tsx'
import { useOffer } from './api.ts'
import { OfferStand } from './OffersPage.tsx'
import css from './transfers.module.css'
import { placeName } from './words.ts'

export function OfferPage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  return <Answered query={useOffer(id)}>{({ body }) => <One key={body.id} one={body} />}</Answered>
}

function One({ one }: { one: Offer }) {
  const t = useT()
  const format = useFormat()
  const [accepting, accept] = useState(false)
  const [declining, decline] = useState(false)
  return (
    <>
      <PageHead
        title={t('transfers.offered.one')}
        {...(one.person ? { shown: <bdi>{one.person}</bdi> } : {})}
        eyebrow={<Link to="/offered">{t('transfers.offered')}</Link>}
        facts={[<OfferStand key="stand" row={one} />, placeName(one.from, format)]}
        acts={
          <>
            <Button onClick={() => accept(true)}>{t('transfers.accept')}</Button>
            <Button variant="default" onClick={() => decline(true)}>
              {t('transfers.decline')}
            </Button>
          </>
        }
      />
      <div className="k-aside">
        <div className="k-stack">
          <Card title={t('transfers.step.asked')}>
            <p className={css.text} dir="auto">
              {one.reason}
            </p>
          </Card>
          <Card title={t('transfers.brief')}>
            <p className={css.text} dir="auto">
              {one.brief}
            </p>
          </Card>
          {one.told.length > 0 && (
            <Card title={t('transfers.told')}>
              <Told told={one.told} label={field => t(`consents.field.${field}`)} />
            </Card>
          )}
        </div>
        <aside aria-label={t('transfers.offered.one')}>
          <Card title={t('transfers.stands')}>
            <div className="k-stack">
              <Facts
                facts={[
                  [t('transfers.from'), placeName(one.from, format)],
                  [t('transfers.by'), one.by.name],
                  ...(one.team ? [[t('cases.team'), one.team.name] as const] : []),
                  ...(one.receiver ? [[t('transfers.receiver'), one.receiver.name] as const] : []),
                  [t('transfers.answerBy'), format.date(one.answerBy, 'text')],
                ]}
              />
              <p className="k-dim">{t('transfers.offered.text')}</p>
            </div>
          </Card>
        </aside>
      </div>
      <Drawer opened={accepting} onClose={() => accept(false)} title={t('transfers.accept')}>
        {accepting && <AcceptForm one={one} onClose={() => accept(false)} />}
      </Drawer>
      <Decline one={one} opened={declining} onClose={() => decline(false)} />
    </>
  )
}

function AcceptForm({ one, onClose }: { one: Offer; onClose: () => void }) {
  const t = useT()
  const navigate = useNavigate()
  const offered = useWorkers().data?.body
  const [initial] = useState(() => ({ seen: one.version }))
  const form = useForm({
    name: `transfers.accept.${one.id}.${one.version}`,
    schema: bodyOf(acceptOffer),
    initial,
    send: (body, options) => send(acceptOffer, { params: { id: one.id }, body }, options),
    onDone: async ({ body }) => {
      toast(t('transfers.accepted'))
      // What was answered is not there any more: the case is.
      await navigate({ to: `/cases/${body.caseId}` })
      await queryClient.invalidateQueries()
    },
  })
  const usual = offered?.usual ?? 0
  const workers = (offered?.rows ?? []).filter(row => !one.team || row.team?.id === one.team.id)
  return (
    <Form
      form={form}
      submit={t('transfers.accept')}
      beside={
        <Button variant="subtle" size="md" onClick={onClose}>
          {t('ui.cancel')}
        </Button>
      }
    >
      <p>{t('transfers.accept.text')}</p>
      <SearchChoiceField
        at="/workerId"
        optional
        label={t('cases.worker')}
        hint={t('transfers.accept.worker')}
        options={workers
          .toSorted((a, b) => a.families - b.families)
          .map(({ id, name, families }) => ({
            value: id,
            label: t('cases.give.option', { name, n: families, usual }),
            words: [name],
          }))}
      />
      <TextField
        at="/reason"
        label={t('cases.give.why')}
        hint={t('cases.give.whyHint', { usual })}
        optional
        rows={2}
        maxLength={500}
      />
    </Form>
  )
}

function Decline({ one, opened, onClose }: { one: Offer; opened: boolean; onClose: () => void }) {
  const t = useT()
  const navigate = useNavigate()
  const decline = useSend(declineOffer)
  return (
    <ReasonDialog
      opened={opened}
      onClose={onClose}
      title={t('transfers.decline.title')}
      consequence={t('transfers.decline.text')}
      keep={t('transfers.decline.keep')}
      act={t('transfers.decline')}
      grave={false}
      slice="transfers"
      onAct={async reason => {
        await decline.mutateAsync({ input: { params: { id: one.id }, body: { seen: one.version, reason } } })
        toast(t('transfers.declined'))
        await navigate({ to: '/offered' })
        await queryClient.invalidateQueries()
      }}
    />
  )
}
