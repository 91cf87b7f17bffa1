/** The register of contacts: each with what it was told, as far as that is open to the reader. */
import { recipientKinds } from '@kerege/contract/consents/recipients'
import type { Contact } from '@kerege/contract/consents/tellingSchema'
import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { useT } from '../../../i18n/useT.tsx'
import { useMay } from '../../../shell/session.ts'
import { DataList } from '../../../ui/list/DataList.tsx'
import type { Column, Filter } from '../../../ui/list/types.ts'
import { StatePill } from '../../../ui/StatePill.tsx'
import { loadContacts } from './api.ts'
import { ContactDrawer } from './ContactDrawer.tsx'

export function ContactList() {
  const t = useT()
  const may = useMay()
  const [one, change] = useState<Contact>()
  const mayChange = may('disclosures.make')
  const act = (row: Contact) =>
    mayChange && (
      <Button variant="default" onClick={() => change(row)}>
        {t('consents.contact.change')}
      </Button>
    )
  const columns: Column<Contact>[] = [
    { id: 'organisation', label: t('consents.contact.organisation'), cell: row => <Name row={row} /> },
    { id: 'kind', label: t('consents.contact.kind'), cell: row => t(`consents.to.${row.kind}`) },
    { id: 'person', label: t('consents.contact.person'), cell: row => row.person },
    { id: 'reach', label: t('consents.contact.reach'), cell: row => row.reach },
    {
      id: 'told',
      label: t('consents.of.told'),
      cell: row => (row.told > 0 ? t('consents.toldTimes', { n: row.told }) : ''),
    },
    ...(mayChange ? [{ id: 'act', label: t('consents.contact.change'), cell: act }] : []),
  ]
  const filters = useMemo(
    (): Filter[] => [
      {
        id: 'kind',
        label: t('consents.contact.kind'),
        kind: 'choice',
        options: recipientKinds.map(value => ({ value, label: t(`consents.to.${value}`) })),
      },
    ],
    [t],
  )
  return (
    <>
      <DataList
        name="consents.contacts"
        label={t('consents.of.contacts')}
        columns={columns}
        filters={filters}
        load={loadContacts}
        rowId={row => row.id}
        rowName={row => <Name row={row} />}
        phone={row => ({
          line: [t(`consents.to.${row.kind}`), row.person].filter(Boolean).join(' · '),
          act: act(row),
        })}
        empty={{ title: t('consents.contact.none') }}
      />
      <ContactDrawer one={one} opened={one !== undefined} onClose={() => change(undefined)} />
    </>
  )
}

/** Opens what it was told. */
function Name({ row }: { row: Contact }) {
  const t = useT()
  return (
    <>
      <Link to={`/sharing?of=told&contact=${row.id}`}>{row.organisation}</Link>{' '}
      {row.closed && <StatePill kind="mute">{t('consents.contact.closed')}</StatePill>}
    </>
  )
}
