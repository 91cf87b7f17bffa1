/** Sharing of the whole house: who was told, those who can be told, and what authorities ask for in writing. */
import { Button } from '@mantine/core'
import { Link, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useT } from '../../../i18n/useT.tsx'
import { useMay } from '../../../shell/session.ts'
import { PageHead } from '../../../ui/PageHead.tsx'
import { Tabs } from '../../../ui/Tabs.tsx'
import { RequestList } from '../requests/RequestList.tsx'
import { useContacts } from './api.ts'
import { ContactDrawer } from './ContactDrawer.tsx'
import { ContactList } from './ContactList.tsx'
import { ToldList } from './ToldList.tsx'

export function RegisterPage() {
  const t = useT()
  const may = useMay()
  const [adding, add] = useState(false)
  const wanted = useSearch({ strict: false }) as { of?: string; contact?: string }
  // A family sees who was told of it; the rest is of those who tell, decide or look after it.
  const works = may('disclosures.make') || may('requests.answer') || may('audit.search')
  const views = ['told', ...(works ? (['contacts', 'requests'] as const) : [])] as const
  const here = views.find(view => view === wanted.of) ?? 'told'
  return (
    <>
      <PageHead
        title={t('consents.register')}
        facts={wanted.contact && here === 'told' ? [<Only key="only" id={wanted.contact} />] : []}
        acts={
          here === 'contacts' &&
          may('disclosures.make') && <Button onClick={() => add(true)}>{t('consents.contact.add')}</Button>
        }
      />
      {views.length > 1 && (
        <Tabs
          label={t('consents.register')}
          here={here}
          tabs={views.map(view => ({
            id: view,
            label: t(`consents.of.${view}`),
            href: `/sharing?of=${view}`,
          }))}
        />
      )}
      {here === 'contacts' ? (
        <ContactList />
      ) : here === 'requests' ? (
        <RequestList />
      ) : (
        <ToldList key={wanted.contact} contactId={wanted.contact} />
      )}
      <ContactDrawer opened={adding} onClose={() => add(false)} />
    </>
  )
}

/** Whom the list is narrowed to, and the way back to all. */
function Only({ id }: { id: string }) {
  const t = useT()
  const one = useContacts().data?.body.rows.find(row => row.id === id)
  return (
    <>
      {one?.organisation} <Link to="/sharing">{t('consents.all')}</Link>
    </>
  )
}
