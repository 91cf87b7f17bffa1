/** The family's yes: by whose voice, signed or heard, and what the child says for itself. Help does not depend on it. */
import { listDocuments } from '@kerege/contract/documents/routes'
import { agreePlan } from '@kerege/contract/plans/routes'
import { agreedBy, agreedHow, type CasePlans, childViews, type Plan } from '@kerege/contract/plans/schema'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { bodyOf, send, useGet } from '../../../api.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { useMay } from '../../../shell/session.ts'
import { Drawer } from '../../../ui/Drawer.tsx'
import { ChoiceField } from '../../../ui/form/ChoiceField.tsx'
import { DayField } from '../../../ui/form/DayField.tsx'
import { Form, useFormState } from '../../../ui/form/Form.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { useForm } from '../../../ui/form/useForm.ts'
import { newId } from '../../../ui/newId.ts'
import { readAgain } from '../api.ts'

interface Props {
  body: CasePlans
  plan: Plan
  onClose: () => void
}

export function AgreeDrawer({ opened, ...props }: Props & { opened: boolean }) {
  const t = useT()
  return (
    <Drawer opened={opened} onClose={props.onClose} title={t('plans.agree')}>
      {opened && <AgreeForm {...props} />}
    </Drawer>
  )
}

function AgreeForm({ body, plan, onClose }: Props) {
  const t = useT()
  const { today } = useFormat()
  const child = plan.kind === 'individual' && body.age !== undefined && body.age.max < 18
  const [initial] = useState(() => ({ id: newId(), seen: plan.version, on: today, how: 'spoken' }))
  const form = useForm({
    name: `plans.agree.${plan.id}.${plan.version}`,
    schema: bodyOf(agreePlan),
    initial,
    send: (sent, options) => send(agreePlan, { params: { id: plan.id }, body: sent }, options),
    onDone: () => {
      readAgain()
      onClose()
    },
  })
  return (
    <Form
      form={form}
      submit={t('plans.agree.keep')}
      beside={
        <Button variant="subtle" size="md" onClick={onClose}>
          {t('ui.cancel')}
        </Button>
      }
    >
      <p>{t('plans.agree.text')}</p>
      <ChoiceField
        at="/by"
        label={t('plans.by')}
        options={agreedBy.map(value => ({ value, label: t(`plans.by.${value}`) }))}
      />
      <TextField at="/who" label={t('plans.who')} hint={t('plans.whoHint')} maxLength={120} />
      <ChoiceField
        at="/how"
        label={t('plans.how')}
        options={agreedHow.map(value => ({ value, label: t(`plans.how.${value}`) }))}
      />
      <Signed personId={plan.personId} />
      <DayField at="/on" label={t('plans.on')} />
      <TextField at="/words" label={t('plans.theirWords')} optional rows={2} maxLength={1000} />
      {child && <Child />}
    </Form>
  )
}

/** The signed sheet is a document of the person already. */
function Signed({ personId }: { personId: string }) {
  const t = useT()
  const format = useFormat()
  const form = useFormState()
  const may = useMay()('documents.read')
  const signed = form.get('/how') === 'signature'
  const rows = useGet(
    listDocuments,
    { query: { subjectId: personId, limit: 200 } },
    { enabled: may && signed },
  ).data?.body.rows
  if (!signed) return null
  return (
    <ChoiceField
      compact
      at="/documentId"
      label={t('plans.document')}
      hint={t('plans.documentHint')}
      options={(rows ?? []).map(one => ({
        value: one.id,
        label: one.title
          ? format.text(one.title).text
          : (one.versions.at(-1)?.name ?? format.date(one.versions.at(-1)?.at ?? '')),
      }))}
    />
  )
}

function Child() {
  const t = useT()
  const form = useFormState()
  const view = form.get('/child')
  return (
    <>
      <ChoiceField
        at="/child"
        label={t('plans.child')}
        options={childViews.map(value => ({ value, label: t(`plans.child.${value}`) }))}
      />
      {view !== undefined && view !== 'too-young' && (
        <TextField
          at="/childWords"
          label={t('plans.childWords')}
          optional={view !== 'differs'}
          rows={2}
          maxLength={1000}
        />
      )}
    </>
  )
}
