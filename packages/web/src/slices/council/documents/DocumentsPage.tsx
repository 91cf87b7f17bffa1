/** Documents of the Council: a list, and a search by words of any language whose words stay out of addresses. */
import { languages } from '@kerege/contract/common'
import { documentKinds } from '@kerege/contract/council/documents/head'
import { listDocuments, searchDocuments } from '@kerege/contract/council/documents/routes'
import { documentStates } from '@kerege/contract/council/documents/states'
import { TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { send } from '../../../api.ts'
import { type Formatter, useFormat } from '../../../i18n/useFormat.tsx'
import { type Translate, useT } from '../../../i18n/useT.tsx'
import { Card } from '../../../ui/Card.tsx'
import type { Filter, ListQuery } from '../../../ui/list/types.ts'
import css from '../council.module.css'
import { CouncilList, ListHead, stateFilter } from '../parts/CouncilList.tsx'
import { DocumentStatePill } from './state.tsx'

const load = async (query: ListQuery, signal: AbortSignal) =>
  (await send(listDocuments, { query: query as never }, { signal })).body

export function DocumentsPage() {
  const t = useT()
  const [typed, setTyped] = useState('')
  const [words] = useDebouncedValue(typed.trim(), 250)
  return (
    <>
      <ListHead title="council.doc.documents" fresh={{ label: 'council.doc.new', to: '/documents/new' }} />
      <TextInput
        type="search"
        label={t('council.doc.search')}
        value={typed}
        maxLength={200}
        leftSection={<IconSearch size={18} stroke={1.7} aria-hidden="true" />}
        onChange={event => setTyped(event.currentTarget.value)}
        mb="md"
        maw={520}
      />
      {words === '' ? <All /> : <Found words={words} />}
    </>
  )
}

function Found({ words }: { words: string }) {
  const t = useT()
  const format = useFormat()
  const found = useQuery({
    queryKey: ['council-documents', words],
    queryFn: ({ signal }) => send(searchDocuments, { body: { words } }, { signal }),
  })
  const rows = found.data?.body.rows
  return (
    <Card flush>
      {rows?.length === 0 && (
        <p className={css.empty} role="status">
          {t('council.doc.noneFound')}
        </p>
      )}
      <ul className={css.rows}>
        {rows?.map(({ document, language }) => {
          const title = document.title[language]?.text ?? format.text(document.title).text
          return (
            <li key={document.id}>
              <div className={css.words}>
                <Link to={`/documents/${document.id}`} search={{ language } as never}>
                  <bdi lang={language}>{title}</bdi>
                </Link>
                <div className="k-dim k-small">
                  {[document.symbol, t(`council.doc.kind.${document.kind}`), format.language(language)]
                    .filter(Boolean)
                    .join(' · ')}
                </div>
              </div>
              <DocumentStatePill state={document.state} />
            </li>
          )
        })}
      </ul>
    </Card>
  )
}

const filters = (t: Translate, format: Formatter): Filter[] => {
  const choices = languages.map(value => ({ value, label: format.language(value) }))
  return [
    stateFilter(
      t,
      documentStates.map(value => ({ value, label: t(`council.doc.state.${value}`) })),
    ),
    {
      id: 'kind',
      label: t('council.doc.kind'),
      kind: 'choice',
      options: documentKinds.map(value => ({ value, label: t(`council.doc.kind.${value}`) })),
    },
    { id: 'missing', label: t('council.doc.missing'), kind: 'choice', options: choices },
    { id: 'stale', label: t('council.doc.stale'), kind: 'choice', options: choices },
  ]
}

function All() {
  const t = useT()
  const format = useFormat()
  return (
    <CouncilList
      name="council.documents"
      label={t('council.doc.documents')}
      path="/documents"
      load={load}
      filters={filters}
      columns={[
        {
          id: 'symbol',
          label: t('council.symbol'),
          cell: row => <span className="k-num">{row.symbol ?? ''}</span>,
        },
        { id: 'kind', label: t('council.doc.kind'), cell: row => t(`council.doc.kind.${row.kind}`) },
        { id: 'state', label: t('council.state'), cell: row => <DocumentStatePill state={row.state} /> },
        {
          id: 'languages',
          label: t('council.doc.languages'),
          cell: row =>
            languages
              .filter(language => row.languages[language] === 'checked')
              .map(language => format.language(language))
              .join(', '),
        },
      ]}
      state={row => <DocumentStatePill state={row.state} />}
      line={row => [row.symbol, t(`council.doc.kind.${row.kind}`)].filter(Boolean).join(' · ')}
      empty={{ title: t('council.doc.none'), text: t('council.doc.noneText') }}
    />
  )
}
