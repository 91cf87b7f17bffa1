/** Documents of the Council: a list, and a search by words of any language whose words stay out of addresses. */
import { languages } from '@kerege/contract/common'
import { documentKinds } from '@kerege/contract/council/documents/head'
import { listDocuments, searchDocuments } from '@kerege/contract/council/documents/routes'
import type { DocumentRow } from '@kerege/contract/council/documents/schema'
import { documentStates } from '@kerege/contract/council/documents/states'
import { Button, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconPlus, IconSearch } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { send } from '../../../api.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { useMay } from '../../../shell/session.ts'
import { Card } from '../../../ui/Card.tsx'
import { DataList } from '../../../ui/list/DataList.tsx'
import type { Column, Filter, ListQuery } from '../../../ui/list/types.ts'
import { PageHead } from '../../../ui/PageHead.tsx'
import css from '../council.module.css'
import { Said } from '../parts/Said.tsx'
import { DocumentStatePill } from './state.tsx'

const load = async (query: ListQuery, signal: AbortSignal) =>
  (await send(listDocuments, { query: query as never }, { signal })).body

export function DocumentsPage() {
  const t = useT()
  const may = useMay()
  const [typed, setTyped] = useState('')
  const [words] = useDebouncedValue(typed.trim(), 250)
  return (
    <>
      <PageHead
        title={t('council.doc.documents')}
        acts={
          may('council.prepare') && (
            <Button component={Link} to="/documents/new" leftSection={<IconPlus size={18} stroke={1.7} />}>
              {t('council.doc.new')}
            </Button>
          )
        }
      />
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

function All() {
  const t = useT()
  const format = useFormat()
  const columns = useColumns()
  const filters = useMemo((): Filter[] => {
    const choices = languages.map(value => ({ value, label: format.language(value) }))
    return [
      {
        id: 'state',
        label: t('council.state'),
        kind: 'choice',
        options: documentStates.map(value => ({ value, label: t(`council.doc.state.${value}`) })),
      },
      {
        id: 'kind',
        label: t('council.doc.kind'),
        kind: 'choice',
        options: documentKinds.map(value => ({ value, label: t(`council.doc.kind.${value}`) })),
      },
      { id: 'missing', label: t('council.doc.missing'), kind: 'choice', options: choices },
      { id: 'stale', label: t('council.doc.stale'), kind: 'choice', options: choices },
    ]
  }, [t, format])
  return (
    <DataList
      name="council.documents"
      label={t('council.doc.documents')}
      columns={columns}
      filters={filters}
      load={load}
      rowId={row => row.id}
      rowName={row => <Said text={row.title} />}
      href={row => `/documents/${row.id}`}
      phone={row => ({
        state: <DocumentStatePill state={row.state} />,
        line: [row.symbol, t(`council.doc.kind.${row.kind}`)].filter(Boolean).join(' · '),
      })}
      empty={{ title: t('council.doc.none'), text: t('council.doc.noneText') }}
    />
  )
}

function useColumns(): Column<DocumentRow>[] {
  const t = useT()
  const format = useFormat()
  return [
    {
      id: 'title',
      label: t('council.title'),
      cell: row => (
        <Link to={`/documents/${row.id}`}>
          <Said text={row.title} />
        </Link>
      ),
    },
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
  ]
}
