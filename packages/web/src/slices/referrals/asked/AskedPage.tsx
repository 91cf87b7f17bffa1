/** What is asked of me: the task, what I need to know for it, and my answer. Nothing else of the file is here. */
import { receiverStep } from '@kerege/contract/referrals/routes'
import { needsWords } from '@kerege/contract/referrals/rules'
import type { Asked, ReceiverStep } from '@kerege/contract/referrals/schema'
import { Button } from '@mantine/core'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { bodyOf, queryClient, send } from '../../../api.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { Answered } from '../../../ui/Answered.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Drawer } from '../../../ui/Drawer.tsx'
import { Facts } from '../../../ui/Facts.tsx'
import { Form } from '../../../ui/form/Form.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { useForm } from '../../../ui/form/useForm.ts'
import { PageHead } from '../../../ui/PageHead.tsx'
import { toast } from '../../../ui/toasts.ts'
import { Said } from '../../services/Said.tsx'
import { useAsked } from '../api.ts'
import css from '../referrals.module.css'
import { Told } from '../Told.tsx'
import { AskedStand } from './AskedList.tsx'

export function AskedPage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  return <Answered query={useAsked(id)}>{({ body }) => <One key={body.id} one={body} />}</Answered>
}

type Becomes = ReceiverStep['becomes']
const order: readonly Becomes[] = ['accepted', 'declined', 'under-way', 'delivered', 'not-delivered']

function One({ one }: { one: Asked }) {
  const t = useT()
  const format = useFormat()
  const [becomes, take] = useState<Becomes>()
  const possible = order.filter(step => one.may.includes(step))
  return (
    <>
      <PageHead
        title={format.text(one.service).text}
        eyebrow={<Link to="/asked">{t('referrals.asked')}</Link>}
        facts={[<AskedStand key="stand" row={one} />, one.from.name]}
        acts={possible.map((step, at) => (
          <Button key={step} variant={at === 0 ? 'filled' : 'default'} onClick={() => take(step)}>
            {t(`referrals.do.${step}`)}
          </Button>
        ))}
      />
      <div className="k-aside">
        <div className="k-stack">
          <Card title={t('referrals.task')}>
            <p className={css.text} dir="auto" lang={one.language}>
              {one.task}
            </p>
          </Card>
          <Card title={t('referrals.asked.told')}>
            <Told told={one.told} label={field => t(`consents.field.${field}`)} />
          </Card>
        </div>
        <aside aria-label={t('referrals.one')}>
          <Card title={t('referrals.one')}>
            <Facts
              facts={[
                [t('referrals.service'), <Said key="service" text={one.service} />],
                [t('referrals.purpose'), t(`consents.purpose.${one.purpose}`)],
                [t('referrals.sender'), one.from.name],
                [t('referrals.answerBy'), format.date(one.answerBy, 'text')],
                ...(one.anybody ? [[t('referrals.receiver'), t('referrals.asked.anybody')] as const] : []),
              ]}
            />
          </Card>
        </aside>
      </div>
      <Drawer
        opened={becomes !== undefined}
        onClose={() => take(undefined)}
        title={becomes && t(`referrals.do.${becomes}`)}
      >
        {becomes && <AnswerForm key={becomes} one={one} becomes={becomes} onClose={() => take(undefined)} />}
      </Drawer>
    </>
  )
}

function AnswerForm({ one, becomes, onClose }: { one: Asked; becomes: Becomes; onClose: () => void }) {
  const t = useT()
  const navigate = useNavigate()
  const [initial] = useState(() => ({ becomes, seen: one.version }))
  const ends = becomes === 'declined' || becomes === 'not-delivered'
  const form = useForm({
    name: `referrals.answer.${one.id}.${becomes}.${one.version}`,
    schema: bodyOf(receiverStep),
    initial,
    send: (body, options) => send(receiverStep, { params: { id: one.id }, body }, options),
    onDone: async () => {
      toast(t(ends ? 'referrals.asked.over' : 'referrals.done'))
      onClose()
      // What has ended is not there any more: this page would answer that there is nothing.
      if (ends) await navigate({ to: '/asked' })
      await queryClient.invalidateQueries()
    },
  })
  const needed = needsWords(becomes, 'receiver')
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
        label={t(needed ? 'referrals.words.why' : 'referrals.words')}
        hint={t('referrals.words.hint')}
        optional={!needed}
        rows={3}
        maxLength={1000}
      />
    </Form>
  )
}
