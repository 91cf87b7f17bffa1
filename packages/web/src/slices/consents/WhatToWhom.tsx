/** For what, to whom, and of what: of a yes named one by one, of a no as wide as it was said. */
import { purposes } from '@kerege/contract/consents/kinds'
import { recipientKinds, tellable } from '@kerege/contract/consents/recipients'
import { listDocuments } from '@kerege/contract/documents/routes'
import { useGet } from '../../api.ts'
import { useFormat } from '../../i18n/useFormat.tsx'
import { useT } from '../../i18n/useT.tsx'
import { useMay } from '../../shell/session.ts'
import { useFormState } from '../../ui/form/Form.tsx'
import { ManyChoiceField } from '../../ui/form/ManyChoiceField.tsx'
import { SearchChoiceField } from '../../ui/form/SearchChoiceField.tsx'
import { useContacts } from './sharing/api.ts'

export function WhatToWhom({ personId }: { personId: string }) {
  const t = useT()
  const form = useFormState()
  const hint = form.get('/kind') === 'refusal' ? t('consents.emptyAll') : undefined
  return (
    <>
      <ManyChoiceField
        at="/purposes"
        label={t('consents.purposes')}
        hint={hint}
        max={purposes.length}
        options={purposes.map(value => ({ value, label: t(`consents.purpose.${value}`) }))}
      />
      <ManyChoiceField
        at="/recipients"
        label={t('consents.recipients')}
        hint={hint}
        max={recipientKinds.length}
        options={recipientKinds.map(value => ({ value, label: t(`consents.to.${value}`) }))}
      />
      <Contacts />
      <ManyChoiceField
        at="/classes"
        label={t('consents.classes')}
        hint={hint ?? t('consents.journeyNever')}
        max={tellable.length}
        options={tellable.map(value => ({ value, label: t(`consents.class.${value}`) }))}
      />
      <Paper personId={personId} />
    </>
  )
}

/** Single ones, where the family named them. */
function Contacts() {
  const t = useT()
  const rows = useContacts().data?.body.rows ?? []
  if (rows.length === 0) return null
  return (
    <ManyChoiceField
      at="/contacts"
      label={t('consents.contacts')}
      hint={t('consents.contactsHint')}
      optional
      max={20}
      options={rows.map(row => ({
        value: row.id,
        label: row.organisation,
        group: t(`consents.to.${row.kind}`),
      }))}
    />
  )
}

/** A paper that is attached to the person already. */
function Paper({ personId }: { personId: string }) {
  const t = useT()
  const may = useMay()
  const format = useFormat()
  const query = useGet(
    listDocuments,
    { query: { subjectId: personId, limit: 200 } },
    { enabled: may('documents.read') },
  )
  const rows = query.data?.body.rows ?? []
  if (rows.length === 0) return null
  return (
    <SearchChoiceField
      at="/documentId"
      label={t('consents.document')}
      optional
      options={rows.map(row => ({
        value: row.id,
        label: row.title ? format.text(row.title).text : (row.versions[0]?.name ?? ''),
      }))}
    />
  )
}
