/**
 * Somebody without an account answers: the link came by mail, the code by telephone. Both live in this page only as long as it is open;
 * nothing is kept on the device, and no session begins.
 */
import { answerLink, openLink } from '@kerege/contract/referrals/routes'
import { needsWords } from '@kerege/contract/referrals/rules'
import type { AnswerLink, AskedOutside } from '@kerege/contract/referrals/schema'
import { useLocation } from '@tanstack/react-router'
import { useState } from 'react'
import { bodyOf, send } from '../../../api.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Facts } from '../../../ui/Facts.tsx'
import { ChoiceField } from '../../../ui/form/ChoiceField.tsx'
import { Form } from '../../../ui/form/Form.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { useForm } from '../../../ui/form/useForm.ts'
import { Notice } from '../../../ui/Notice.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import css from '../referrals.module.css'
import { Told } from '../Told.tsx'

interface Secrets {
  token: string
  code: string
}

export function AnswerPage() {
  const t = useT()
  // After the sign #, which no server ever sees.
  const token = useLocation({ select: location => location.hash })
  const [open, show] = useState<{ one: AskedOutside; secrets: Secrets }>()
  const [done, finish] = useState(false)
  return (
    <div className={css.narrow}>
      <PageHead title={t('outside.title')} facts={open || done ? [] : [t('outside.text')]} />
      {done ? (
        <Notice kind="info" title={t('outside.sent')} live>
          {t('outside.sentText')}
        </Notice>
      ) : token === '' ? (
        <Notice kind="stop">{t('outside.noLink')}</Notice>
      ) : open ? (
        <Opened one={open.one} secrets={open.secrets} onDone={() => finish(true)} />
      ) : (
        <CodeForm token={token} onOpen={(one, code) => show({ one, secrets: { token, code } })} />
      )}
    </div>
  )
}

function CodeForm({ token, onOpen }: { token: string; onOpen: (one: AskedOutside, code: string) => void }) {
  const t = useT()
  const [initial] = useState(() => ({ token }))
  const form = useForm({
    name: 'outside.open',
    schema: bodyOf(openLink),
    initial,
    draft: false,
    send: async body => ({ body: (await send(openLink, { body })).body, code: body.code }),
    onDone: ({ body, code }) => onOpen(body, code),
  })
  return (
    <Card>
      <Form form={form} submit={t('outside.open')}>
        <TextField
          at="/code"
          kind="code"
          label={t('outside.code')}
          hint={t('outside.code.hint')}
          maxLength={12}
        />
      </Form>
    </Card>
  )
}

function Opened({ one, secrets, onDone }: { one: AskedOutside; secrets: Secrets; onDone: () => void }) {
  const t = useT()
  const format = useFormat()
  const agency = one.from.agency && format.text(one.from.agency).text
  return (
    <div className="k-stack">
      <Card title={t('outside.task')}>
        <p className={css.text} dir="auto" lang={one.language}>
          {one.task}
        </p>
        <div style={{ marginTop: 12 }}>
          <Facts
            facts={[
              [t('outside.from'), [one.from.name, agency].filter(Boolean).join(', ')],
              [t('outside.service'), format.text(one.service).text],
            ]}
          />
        </div>
      </Card>
      <Card title={t('outside.told')} note={t('outside.discreet')}>
        <Told told={one.told} label={field => t(`outside.field.${field}`)} />
      </Card>
      <Card
        title={t('outside.answer')}
        note={t('outside.answerBy', { day: format.date(one.answerBy, 'text') })}
      >
        {one.may.length === 0 ? (
          <p>{t('outside.nothing')}</p>
        ) : (
          <AnswerForm one={one} secrets={secrets} onDone={onDone} />
        )}
      </Card>
    </div>
  )
}

type Becomes = AnswerLink['becomes']
const order = ['accepted', 'declined', 'under-way', 'delivered', 'not-delivered'] as const

function AnswerForm({ one, secrets, onDone }: { one: AskedOutside; secrets: Secrets; onDone: () => void }) {
  const t = useT()
  const [initial] = useState(() => ({ ...secrets, seen: one.version }))
  const form = useForm({
    name: 'outside.answer',
    schema: bodyOf(answerLink),
    initial,
    draft: false,
    send: body => send(answerLink, { body }),
    onDone,
  })
  const chosen = form.get('/becomes') as Becomes | undefined
  const needed = chosen !== undefined && needsWords(chosen, 'receiver')
  return (
    <Form form={form} submit={t('outside.send')}>
      <ChoiceField
        at="/becomes"
        label={t('outside.answer')}
        options={order
          .filter(step => one.may.includes(step))
          .map(value => ({ value, label: t(`outside.becomes.${value}`) }))}
      />
      <TextField
        at="/words"
        label={t(needed ? 'outside.words.why' : 'outside.words')}
        optional={!needed}
        rows={3}
        maxLength={1000}
      />
    </Form>
  )
}
