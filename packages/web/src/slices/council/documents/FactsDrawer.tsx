/** Facts of a document that is not issued yet: its titles, where it belongs, for whom it is, the day that stands on it. */
import { type Language, languages } from '@kerege/contract/common'
import { getAgenda } from '@kerege/contract/council/agendaRoutes'
import { distributions, documentKinds } from '@kerege/contract/council/documents/head'
import { changeDocument } from '@kerege/contract/council/documents/routes'
import type { CouncilDocument } from '@kerege/contract/council/documents/schema'
import { listBodies, listSessions } from '@kerege/contract/council/routes'
import { useState } from 'react'
import { bodyOf, queryClient, send, useGet } from '../../../api.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { Drawer } from '../../../ui/Drawer.tsx'
import { ChoiceField } from '../../../ui/form/ChoiceField.tsx'
import { DayField } from '../../../ui/form/DayField.tsx'
import { Form, useFormState } from '../../../ui/form/Form.tsx'
import { SearchChoiceField } from '../../../ui/form/SearchChoiceField.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { useForm } from '../../../ui/form/useForm.ts'

interface Props {
  document: CouncilDocument
  opened: boolean
  onClose: () => void
}

export function FactsDrawer({ document, opened, onClose }: Props) {
  const t = useT()
  return (
    <Drawer opened={opened} onClose={onClose} title={t('council.doc.facts.change')}>
      <FactsForm key={document.version} document={document} onDone={onClose} />
    </Drawer>
  )
}

function FactsForm({ document, onDone }: { document: CouncilDocument; onDone: () => void }) {
  const t = useT()
  const format = useFormat()
  const { id, version, body, session, item, kind, distribution, dated } = document
  const written = languages.filter(language => document.languages[language] !== 'missing')
  const [initial] = useState(() => ({
    bodyId: body.id,
    sessionId: session?.id,
    itemId: item?.id,
    kind,
    distribution,
    dated,
    titles: Object.fromEntries(written.map(language => [language, document.title[language]?.text ?? ''])),
  }))
  const form = useForm({
    name: `council.facts.${id}.${version}`,
    schema: bodyOf(changeDocument),
    initial,
    shape: values => changedOnly(values, document),
    send: (value, options) =>
      send(changeDocument, { params: { id }, body: value }, { ...options, ifMatch: `"${version}"` }),
    onDone: () => {
      void queryClient.invalidateQueries()
      onDone()
    },
  })
  return (
    <Form form={form} submit={t('council.save')}>
      {written.map(language => (
        <TextField
          key={language}
          at={`/titles/${language}`}
          label={t('council.doc.titleIn', { language: format.language(language) })}
          lang={language}
          maxLength={500}
        />
      ))}
      <ChoiceField
        compact
        at="/kind"
        label={t('council.doc.kind')}
        options={documentKinds.map(value => ({ value, label: t(`council.doc.kind.${value}`) }))}
      />
      <PlaceFields fixed={document.symbol !== undefined} />
      <ChoiceField
        at="/distribution"
        label={t('council.doc.distribution')}
        options={distributions.map(value => ({ value, label: t(`council.doc.${value}`) }))}
      />
      <DayField at="/dated" label={t('council.doc.dated')} hint={t('council.doc.dated.hint')} optional />
    </Form>
  )
}

/** Only titles that are other words than before make a version of their text. */
function changedOnly(values: unknown, document: CouncilDocument): unknown {
  const { titles = {}, itemId, sessionId, ...rest } = values as Record<string, unknown>
  const changed = Object.entries(titles as Record<string, string>).filter(
    ([language, title]) => title.trim() !== document.title[language as Language]?.text,
  )
  return {
    ...rest,
    ...(sessionId === undefined ? {} : { sessionId }),
    // An item without its session is nobody's.
    ...(itemId === undefined || sessionId === undefined ? {} : { itemId }),
    ...(changed.length > 0 ? { titles: Object.fromEntries(changed) } : {}),
  }
}

/** Body, session and item. With its symbol a document has been given its session for good. */
export function PlaceFields({ fixed = false }: { fixed?: boolean }) {
  const t = useT()
  const format = useFormat()
  const form = useFormState()
  const sessionId = form.get('/sessionId') as string | undefined
  const bodies = useGet(listBodies, {}).data?.body.rows ?? []
  const sessions = useGet(listSessions, { query: { of: 'council', limit: 100 } }).data?.body.rows ?? []
  const agenda = useGet(
    getAgenda,
    { params: { id: sessionId ?? '' } },
    { enabled: sessionId !== undefined && sessionId !== '' },
  )
  const items = sessionId ? (agenda.data?.body.items ?? []) : []
  return (
    <>
      {!fixed && (
        <>
          <ChoiceField
            compact
            at="/bodyId"
            label={t('council.body')}
            options={bodies.map(row => ({ value: row.id, label: format.text(row.name).text }))}
          />
          <SearchChoiceField
            at="/sessionId"
            label={t('council.session')}
            optional
            options={sessions.map(row => ({ value: row.id, label: format.text(row.title).text }))}
          />
        </>
      )}
      {items.length > 0 && (
        <SearchChoiceField
          at="/itemId"
          label={t('council.doc.item')}
          optional
          options={items.map((one, at) => ({
            value: one.id,
            label: `${at + 1}. ${format.text(one.title).text}`,
          }))}
        />
      )}
    </>
  )
}
