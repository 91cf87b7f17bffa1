/** What became of a complaint, for who has its code; and saying that the answer is not enough. */
import { AskByCode, type ComplaintByCode } from '@kerege/contract/rights/complaints'
import { appealByCode, askByCode } from '@kerege/contract/rights/complaintRoutes'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { bodyOf, send } from '../../../api.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Form } from '../../../ui/form/Form.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { useForm } from '../../../ui/form/useForm.ts'
import { PageHead } from '../../../ui/PageHead.tsx'
import { PrintButton } from '../../../ui/PrintButton.tsx'
import { StatePill } from '../../../ui/StatePill.tsx'
import css from '../rights.module.css'

interface Known {
  code: string
  one: ComplaintByCode
}

export function AnswerPage() {
  const t = useT()
  const [known, know] = useState<Known>()
  return (
    <div className={css.page}>
      <PageHead title={t('open.ask')} {...(known ? { acts: <PrintButton /> } : {})} />
      {known ? <Became {...known} onChange={know} /> : <Ask onDone={know} />}
    </div>
  )
}

function Ask({ onDone }: { onDone: (known: Known) => void }) {
  const t = useT()
  const form = useForm({
    name: 'open.code',
    schema: AskByCode,
    initial: {},
    // The code opens what was said: it stays on no device.
    draft: false,
    send: async body => ({ code: body.code, one: (await send(askByCode, { body })).body }),
    onDone,
  })
  return (
    <Card>
      <Form form={form} submit={t('open.show')}>
        <TextField at="/code" label={t('open.code')} hint={t('open.codeHint')} maxLength={40} dir="ltr" />
      </Form>
    </Card>
  )
}

function Became({ code, one, onChange }: Known & { onChange: (known: Known) => void }) {
  const t = useT()
  const format = useFormat()
  const [saying, say] = useState(false)
  return (
    <>
      <Card title={t(`open.kind.${one.kind}`)}>
        <div className="k-stack">
          <div>
            <StatePill kind={one.state === 'answered' || one.state === 'closed' ? 'ok' : 'wait'}>
              {t(`open.state.${one.state}`)}
            </StatePill>
          </div>
          <p>{t('open.cameOn', { day: format.date(one.receivedOn, 'text') })}</p>
          {one.outcome && <p>{t(`open.outcome.${one.outcome}`)}</p>}
          {one.answer && (
            <p className={css.words} dir="auto">
              {one.answer}
            </p>
          )}
          {one.due && (
            <p>
              {t(one.state === 'answered' ? 'open.appealUntil' : 'open.answerUntil', {
                day: format.date(one.due, 'text'),
              })}
            </p>
          )}
          {one.mayAppeal && !saying && (
            <div className="k-screen">
              <Button variant="default" onClick={() => say(true)}>
                {t('open.appeal')}
              </Button>
            </div>
          )}
        </div>
      </Card>
      {one.mayAppeal && saying && <Appeal code={code} onDone={after => onChange({ code, one: after })} />}
    </>
  )
}

function Appeal({ code, onDone }: { code: string; onDone: (after: ComplaintByCode) => void }) {
  const t = useT()
  const [initial] = useState(() => ({ code }))
  const form = useForm({
    name: 'open.appeal',
    schema: bodyOf(appealByCode),
    initial,
    draft: false,
    send: body => send(appealByCode, { body }),
    onDone: ({ body }) => onDone(body),
  })
  return (
    <Card title={t('open.appeal')}>
      <Form form={form} submit={t('open.send')}>
        <TextField
          at="/words"
          label={t('open.appealWords')}
          hint={t('open.appealHint')}
          rows={4}
          maxLength={4000}
        />
      </Form>
    </Card>
  )
}
