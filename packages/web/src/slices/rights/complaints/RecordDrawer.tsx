/** Writes a complaint down for a family. Whoever writes it does not see it afterwards; the family takes the code home. */
import { complainants, complaintKinds, complaintWays, type Receipt } from '@kerege/contract/rights/complaints'
import { recordComplaint } from '@kerege/contract/rights/complaintRoutes'
import { languages } from '@kerege/contract/common'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { bodyOf, send } from '../../../api.ts'
import { useLoaded } from '../../../i18n/language.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { Drawer } from '../../../ui/Drawer.tsx'
import { ChoiceField } from '../../../ui/form/ChoiceField.tsx'
import { ColleagueField } from '../../../ui/form/ColleagueField.tsx'
import { Form } from '../../../ui/form/Form.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { useForm } from '../../../ui/form/useForm.ts'
import { newId } from '../../../ui/newId.ts'
import { Notice } from '../../../ui/Notice.tsx'
import { inGroups, newCode } from '../code.ts'
import css from '../rights.module.css'

interface Props {
  /** Whose family it is, where one stands on their page. */
  personId?: string
  opened: boolean
  onClose: () => void
}

export function RecordDrawer(props: Props) {
  const t = useT()
  const [receipt, keep] = useState<Receipt>()
  const close = () => {
    keep(undefined)
    props.onClose()
  }
  return (
    <Drawer opened={props.opened} onClose={close} title={t('complaints.record')}>
      {props.opened &&
        (receipt ? (
          <Kept receipt={receipt} onClose={close} />
        ) : (
          <RecordForm {...props} onClose={close} onKept={keep} />
        ))}
    </Drawer>
  )
}

function RecordForm({ personId, onClose, onKept }: Props & { onKept: (receipt: Receipt) => void }) {
  const t = useT()
  const format = useFormat()
  const { language } = useLoaded()
  const [initial] = useState(() => ({
    id: newId(),
    code: newCode(),
    way: 'worker',
    language,
    ...(personId ? { personId } : {}),
  }))
  const form = useForm({
    name: `complaints.record.${personId ?? 'new'}`,
    schema: bodyOf(recordComplaint),
    initial,
    send: (body, options) => send(recordComplaint, { body }, options),
    onDone: ({ body }) => onKept(body),
  })
  return (
    <Form
      form={form}
      submit={t('complaints.record.act')}
      beside={
        <Button variant="subtle" size="md" onClick={onClose}>
          {t('ui.cancel')}
        </Button>
      }
    >
      <Notice kind="seal">{t('complaints.record.text')}</Notice>
      <ChoiceField
        at="/way"
        label={t('complaints.way')}
        options={complaintWays
          .filter(way => way !== 'page')
          .map(value => ({ value, label: t(`complaints.way.${value}`) }))}
      />
      <ChoiceField
        at="/kind"
        label={t('complaints.kind')}
        options={complaintKinds.map(value => ({ value, label: t(`complaints.kind.${value}`) }))}
      />
      <TextField at="/words" label={t('complaints.words')} rows={5} maxLength={4000} />
      <ChoiceField
        at="/who"
        label={t('complaints.who')}
        options={complainants.map(value => ({ value, label: t(`complaints.who.${value}`) }))}
      />
      <TextField at="/name" optional label={t('complaints.name')} maxLength={200} />
      <TextField at="/reach" optional label={t('complaints.reach')} maxLength={200} />
      <ChoiceField
        at="/language"
        compact
        label={t('complaints.language')}
        options={languages.map(value => ({ value, label: format.language(value) }))}
      />
      <ColleagueField at="/aboutId" optional label={t('complaints.about')} hint={t('complaints.aboutHint')} />
    </Form>
  )
}

function Kept({ receipt, onClose }: { receipt: Receipt; onClose: () => void }) {
  const t = useT()
  const format = useFormat()
  return (
    <div className="k-stack">
      <Notice kind="ok" live>
        {t('complaints.kept')}
      </Notice>
      <p className={css.code}>{inGroups(receipt.code)}</p>
      <p>
        {t('complaints.keptText', {
          address: `${location.origin}/complain/answer`,
          day: format.date(receipt.answeredBy, 'text'),
        })}
      </p>
      <Button onClick={onClose}>{t('ui.close')}</Button>
    </div>
  )
}
