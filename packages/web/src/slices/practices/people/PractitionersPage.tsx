/** Practitioners who chose to be found: by what one can ask them, by profession, language, part of life and state. */
import { professions } from '@kerege/contract/practices/people/rules'
import { findPractitioners, listPractitioners } from '@kerege/contract/practices/people/routes'
import type { Practitioner } from '@kerege/contract/practices/people/schema'
import { Button, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconMail, IconSearch, IconUserPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { keyOf, send } from '../../../api.ts'
import { choices, useLoaded } from '../../../i18n/language.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { useMay } from '../../../shell/session.ts'
import { Answered } from '../../../ui/Answered.tsx'
import { Card } from '../../../ui/Card.tsx'
import { useDomainFilter, useDomainsText } from '../../../ui/domains/words.ts'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { DataList } from '../../../ui/list/DataList.tsx'
import { takeOut } from '../../../ui/list/takeOut.ts'
import type { Column, Filter, ListQuery } from '../../../ui/list/types.ts'
import { PageHead } from '../../../ui/PageHead.tsx'
import css from '../talk.module.css'
import { ConfirmedPill } from './ConfirmedPill.tsx'
import { NominateDrawer } from './NominateDrawer.tsx'

const states = ['KZ', 'KG', 'TJ', 'TM', 'UZ']
const load = async (query: ListQuery, signal: AbortSignal) =>
  (await send(listPractitioners, { query: query as never }, { signal })).body

export function PractitionersPage() {
  const t = useT()
  const may = useMay()
  const [typed, setTyped] = useState('')
  const [query] = useDebouncedValue(typed.trim(), 300)
  const [nominating, setNominating] = useState(false)
  return (
    <>
      <PageHead
        title={t('practices.people.title')}
        facts={[t('practices.people.lede')]}
        acts={
          <>
            <Button
              component={Link}
              to="/letters"
              variant="subtle"
              leftSection={<IconMail size={18} stroke={1.7} />}
            >
              {t('practices.people.letters')}
            </Button>
            {may('practices.moderate') && (
              <Button component={Link} to="/practitioners/settings" variant="subtle">
                {t('practices.people.settings')}
              </Button>
            )}
            {(may('practices.confirm') || may('practices.moderate')) && (
              <Button variant="default" onClick={() => setNominating(true)}>
                {t('practices.people.nominate')}
              </Button>
            )}
            {may('practices.write') && (
              <Button
                component={Link}
                to="/practitioners/mine"
                leftSection={<IconUserPlus size={18} stroke={1.7} />}
              >
                {t('practices.people.mine')}
              </Button>
            )}
          </>
        }
      />
      <div className="k-stack">
        <TextInput
          type="search"
          label={t('practices.people.find')}
          description={t('practices.people.findHint')}
          leftSection={<IconSearch size={18} stroke={1.7} />}
          value={typed}
          maxLength={200}
          onChange={event => setTyped(event.currentTarget.value)}
        />
        {query === '' ? <Everybody /> : <Found query={query} />}
      </div>
      <NominateDrawer opened={nominating} onClose={() => setNominating(false)} />
    </>
  )
}

function Everybody() {
  const t = useT()
  const may = useMay()
  const { language } = useLoaded()
  const line = useLine()
  const columns = useColumns()
  const filters = useFilters()
  return (
    <DataList
      name="practices.people"
      label={t('practices.people.title')}
      columns={columns}
      filters={filters}
      load={load}
      rowId={row => row.id}
      rowName={row => <bdi>{row.name}</bdi>}
      href={row => `/practitioners/${row.id}`}
      phone={row => ({ state: <ConfirmedPill confirmed={row.confirmed} />, line: line(row) })}
      empty={{ title: t('practices.people.none'), text: t('practices.people.noneText') }}
      {...(may('practices.moderate') && may('export')
        ? {
            onExport: (query: ListQuery, reason: string, format: 'csv' | 'xlsx') =>
              takeOut('practitioners', query, reason, format, language),
          }
        : {})}
    />
  )
}

function Found({ query }: { query: string }) {
  const t = useT()
  const format = useFormat()
  const line = useLine()
  const found = useQuery({
    queryKey: keyOf(findPractitioners, { query }),
    queryFn: ({ signal }) => send(findPractitioners, { body: { query } }, { signal }),
  })
  return (
    <Answered query={found}>
      {({ body }) =>
        body.rows.length === 0 ? (
          <EmptyState title={t('practices.people.notFound')}>{t('practices.people.notFoundText')}</EmptyState>
        ) : (
          <Card flush title={t('practices.people.found', { n: body.rows.length })}>
            <ul className={css.rows}>
              {body.rows.map(row => {
                const about = format.text(row.about)
                return (
                  <li key={row.id}>
                    <div className={css.words}>
                      <Link to={`/practitioners/${row.id}`}>
                        <bdi>{row.name}</bdi>
                      </Link>
                      <div className="k-dim k-small">{line(row)}</div>
                      <div lang={about.language} dir="auto" className={css.text}>
                        {about.text}
                      </div>
                    </div>
                    <ConfirmedPill confirmed={row.confirmed} />
                  </li>
                )
              })}
            </ul>
          </Card>
        )
      }
    </Answered>
  )
}

function useLine(): (row: Practitioner) => string {
  const t = useT()
  const format = useFormat()
  return row =>
    [
      t(`practices.people.profession.${row.profession}`),
      ...(row.country ? [format.country(row.country)] : []),
      format.list(row.languages.map(one => format.language(one))),
    ].join(' · ')
}

function useFilters(): Filter[] {
  const t = useT()
  const format = useFormat()
  const may = useMay()
  return [
    {
      id: 'profession',
      label: t('practices.people.profession'),
      kind: 'choice',
      options: professions.map(value => ({ value, label: t(`practices.people.profession.${value}`) })),
    },
    {
      id: 'language',
      label: t('practices.people.language'),
      kind: 'choice',
      options: choices
        .filter(([value]) => value !== 'uz-Cyrl')
        .map(([value]) => ({ value, label: format.language(value) })),
    },
    useDomainFilter(),
    {
      id: 'country',
      label: t('practices.people.state'),
      kind: 'choice',
      options: states.map(value => ({ value, label: format.country(value) })),
    },
    { id: 'confirmed', label: t('practices.people.onlyConfirmed'), kind: 'yes' },
    { id: 'answers', label: t('practices.people.onlyAnswers'), kind: 'yes' },
    { id: 'reviews', label: t('practices.people.onlyReviews'), kind: 'yes' },
    ...(may('practices.confirm') || may('practices.moderate')
      ? [{ id: 'waiting', label: t('practices.people.waiting'), kind: 'yes' as const }]
      : []),
  ]
}

function useColumns(): Column<Practitioner>[] {
  const t = useT()
  const format = useFormat()
  const domainsText = useDomainsText()
  return [
    { id: 'name', label: t('practices.people.name'), cell: row => <bdi>{row.name}</bdi> },
    {
      id: 'profession',
      label: t('practices.people.profession'),
      cell: row => (
        <>
          {t(`practices.people.profession.${row.profession}`)}
          <div className="k-dim k-small">
            <bdi>{format.text(row.agency).text}</bdi>
          </div>
        </>
      ),
    },
    {
      id: 'confirmed',
      label: t('practices.people.confirmed'),
      cell: row => <ConfirmedPill confirmed={row.confirmed} />,
    },
    {
      id: 'languages',
      label: t('practices.people.languages'),
      cell: row => format.list(row.languages.map(one => format.language(one))),
    },
    { id: 'domains', label: t('domains.title'), cell: row => domainsText(row.domains) },
  ]
}
