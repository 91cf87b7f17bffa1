/** A complaint by anybody: no account, no name, no number of a file. The code that it leaves is all that a family needs. */
import { Complain, complainants, complaintKinds, type Receipt } from '@kerege/contract/rights/complaints'
import { complain } from '@kerege/contract/rights/complaintRoutes'
import { languages } from '@kerege/contract/common'
import { Button } from '@mantine/core'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { send } from '../../../api.ts'
import { ownNameOf, useLoaded } from '../../../i18n/language.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { Card } from '../../../ui/Card.tsx'
import { ChoiceField } from '../../../ui/form/ChoiceField.tsx'
import { Form } from '../../../ui/form/Form.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { useForm } from '../../../ui/form/useForm.ts'
import { newId } from '../../../ui/newId.ts'
import { Notice } from '../../../ui/Notice.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import { PrintButton } from '../../../ui/PrintButton.tsx'
import { inGroups, newCode } from '../code.ts'
import css from '../rights.module.css'

export function ComplainPage() {
  const t = useT()
  const [receipt, keep] = useState<Receipt>()
  return (
    <div className={css.page}>
      <PageHead title={t('open.complain')} {...(receipt ? { acts: <PrintButton /> } : {})} />
      <Notice kind="ok">{t('open.help')}</Notice>
      {receipt ? <Kept receipt={receipt} /> : <Say onDone={keep} />}
    </div>
  )
}

function Say({ onDone }: { onDone: (receipt: Receipt) => void }) {
  const t = useT()
  const navigate = useNavigate()
  const { language } = useLoaded()
  const [initial] = useState(() => ({ id: newId(), code: newCode(), language }))
  const form = useForm({
    name: 'open.complain',
    schema: Complain,
    initial,
    send: body => send(complain, { body }),
    onDone: ({ body }) => onDone(body),
  })
  // Somebody comes into the room: what was written goes, and the page too.
  const leave = () => {
    form.startOver()
    void navigate({ to: '/your-rights', replace: true })
  }
  return (
    <Card>
      <Form
        form={form}
        submit={t('open.send')}
        beside={
          <Button variant="subtle" size="md" onClick={leave}>
            {t('open.leave')}
          </Button>
        }
      >
        <p>{t('open.who')}</p>
        <ChoiceField
          at="/kind"
          label={t('open.kind')}
          options={complaintKinds.map(value => ({ value, label: t(`open.kind.${value}`) }))}
        />
        <TextField at="/words" label={t('open.words')} hint={t('open.wordsHint')} rows={6} maxLength={4000} />
        <ChoiceField
          at="/who"
          label={t('open.by')}
          options={complainants.map(value => ({ value, label: t(`open.by.${value}`) }))}
        />
        <TextField at="/name" label={t('open.name')} hint={t('open.nameHint')} maxLength={200} />
        <TextField at="/reach" label={t('open.reach')} hint={t('open.reachHint')} maxLength={200} />
        <ChoiceField
          at="/language"
          compact
          label={t('open.language')}
          options={languages.map(value => ({ value, label: ownNameOf(value) }))}
        />
      </Form>
    </Card>
  )
}

function Kept({ receipt }: { receipt: Receipt }) {
  const t = useT()
  const format = useFormat()
  return (
    <Card title={t('open.came')}>
      <div className="k-stack">
        <p>{t('open.codeText')}</p>
        <p className={css.code}>{inGroups(receipt.code)}</p>
        <p>
          {t('open.until', {
            first: format.date(receipt.acknowledgedBy, 'text'),
            answer: format.date(receipt.answeredBy, 'text'),
          })}
        </p>
        <div className="k-screen">
          <Button variant="default" component={Link} to="/complain/answer">
            {t('open.ask')}
          </Button>
        </div>
      </div>
    </Card>
  )
}
