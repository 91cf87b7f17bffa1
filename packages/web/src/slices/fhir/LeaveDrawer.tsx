/** Takes a case out as a FHIR file: for whom and what for, and why. What goes into it follows from what was agreed, not from a choice here. */
import { Id, type Language, Reason } from '@kerege/contract/common'
import { purposes } from '@kerege/contract/consents/kinds'
import { Purpose } from '@kerege/contract/consents/schema'
import { askPaper } from '@kerege/contract/exports/routes'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { z } from 'zod'
import { queryClient, send } from '../../api.ts'
import { useLoaded } from '../../i18n/language.ts'
import { useT } from '../../i18n/useT.tsx'
import { useMay } from '../../shell/session.ts'
import { Drawer } from '../../ui/Drawer.tsx'
import { fetchOnce } from '../../ui/fetchOnce.ts'
import { ChoiceField } from '../../ui/form/ChoiceField.tsx'
import { Form } from '../../ui/form/Form.tsx'
import { SearchChoiceField } from '../../ui/form/SearchChoiceField.tsx'
import { TextField } from '../../ui/form/TextField.tsx'
import { useForm } from '../../ui/form/useForm.ts'
import { useContacts } from '../consents/sharing/api.ts'

const Asked = z.discriminatedUnion('to', [
  z.strictObject({ to: z.literal('own'), reason: Reason }),
  z.strictObject({ to: z.literal('contact'), contactId: Id, purpose: Purpose, reason: Reason }),
])

interface Props {
  caseId: string
  opened: boolean
  onClose: () => void
}

export function LeaveDrawer(props: Props) {
  const t = useT()
  return (
    <Drawer opened={props.opened} onClose={props.onClose} title={t('fhir.leave')}>
      {props.opened && <LeaveForm {...props} />}
    </Drawer>
  )
}

function LeaveForm({ caseId, onClose }: Props) {
  const t = useT()
  const may = useMay()
  const { language } = useLoaded()
  const contacts = useContacts(may('disclosures.make')).data?.body.rows ?? []
  const ways = [
    ...(may('disclosures.make') ? (['contact'] as const) : []),
    ...(may('export') ? (['own'] as const) : []),
  ]
  const [initial] = useState(() => ({ to: ways[0] }))
  const form = useForm({
    name: `fhir.leave.${caseId}`,
    schema: Asked,
    initial,
    // Fields of the one way are no part of the other.
    shape: values => {
      const { to, contactId, purpose, reason } = values as Record<string, unknown>
      return to === 'own' ? { to, reason } : { to, contactId, purpose, reason }
    },
    send: async (asked, options) => {
      const to = asked.to === 'contact' ? { contactId: asked.contactId, purpose: asked.purpose } : {}
      const body = {
        of: 'case-fhir',
        format: 'json' as const,
        query: { caseId, ...to },
        reason: asked.reason,
        language: language as Language,
      }
      fetchOnce((await send(askPaper, { body }, options)).body.url)
    },
    onDone: () => {
      // What was told stands in the register as soon as the file is fetched.
      void queryClient.invalidateQueries()
      onClose()
    },
  })
  const to = form.get('/to')
  return (
    <Form
      form={form}
      submit={t('fhir.leave.act')}
      beside={
        <Button variant="subtle" size="md" onClick={onClose}>
          {t('ui.cancel')}
        </Button>
      }
    >
      {ways.length > 1 && (
        <ChoiceField
          at="/to"
          label={t('fhir.leave.to')}
          options={ways.map(value => ({ value, label: t(`fhir.leave.${value}`) }))}
        />
      )}
      <p className="k-dim">{t(to === 'own' ? 'fhir.leave.ownText' : 'fhir.leave.contactText')}</p>
      {to === 'contact' && (
        <>
          <SearchChoiceField
            at="/contactId"
            label={t('fhir.leave.whom')}
            options={contacts
              .filter(one => one.kind !== 'authority')
              .map(one => ({
                value: one.id,
                label: one.organisation,
                group: t(`consents.to.${one.kind}`),
              }))}
          />
          <ChoiceField
            at="/purpose"
            label={t('fhir.leave.purpose')}
            options={purposes.map(value => ({ value, label: t(`consents.purpose.${value}`) }))}
          />
        </>
      )}
      <TextField at="/reason" label={t('ui.reason')} rows={2} maxLength={500} />
    </Form>
  )
}
