/** Who does what where, as a list: filters in the address, a search by words of any language, and the file. */
import {
  activityKinds,
  initiativeStatuses,
  matrixStates,
  targetGroups,
} from '@kerege/contract/council/initiatives/codes'
import {
  keepingRights,
  listInitiatives,
  listPillars,
  searchInitiatives,
} from '@kerege/contract/council/initiatives/routes'
import { type InitiativeRow, initiativeStands } from '@kerege/contract/council/initiatives/schema'
import { listParties } from '@kerege/contract/council/routes'
import { Button, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconLayoutGrid, IconPlus, IconSearch, IconUpload } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { send, useGet } from '../../../api.ts'
import { useLoaded } from '../../../i18n/language.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { useMay } from '../../../shell/session.ts'
import { Card } from '../../../ui/Card.tsx'
import { DataList } from '../../../ui/list/DataList.tsx'
import { takeOut } from '../../../ui/list/takeOut.ts'
import type { Column, Filter, ListQuery } from '../../../ui/list/types.ts'
import { PageHead } from '../../../ui/PageHead.tsx'
import css from '../council.module.css'
import { PartyLabel, partyText, Said } from '../parts/Said.tsx'
import { InitiativeState } from './state.tsx'
import { periodText, usePlaces } from './words.ts'

const load = async (query: ListQuery, signal: AbortSignal) =>
  (await send(listInitiatives, { query: query as never }, { signal })).body

export function InitiativesPage() {
  const t = useT()
  const rights = useGet(keepingRights, {}).data?.body
  const [typed, setTyped] = useState('')
  const [words] = useDebouncedValue(typed.trim(), 250)
  return (
    <>
      <PageHead
        title={t('initiatives.title')}
        facts={[t('initiatives.lede')]}
        acts={
          <>
            <Button
              variant="default"
              component={Link}
              to="/initiatives/matrix"
              leftSection={<IconLayoutGrid size={18} stroke={1.7} />}
            >
              {t('initiatives.matrix')}
            </Button>
            {(rights?.all || rights?.party) && (
              <>
                <Button
                  variant="default"
                  component={Link}
                  to="/initiatives/import"
                  leftSection={<IconUpload size={18} stroke={1.7} />}
                >
                  {t('initiatives.sheet')}
                </Button>
                <Button
                  component={Link}
                  to="/initiatives/new"
                  leftSection={<IconPlus size={18} stroke={1.7} />}
                >
                  {t('initiatives.new')}
                </Button>
              </>
            )}
          </>
        }
      />
      <TextInput
        type="search"
        label={t('initiatives.search')}
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
  const found = useQuery({
    queryKey: ['initiatives', words],
    queryFn: ({ signal }) => send(searchInitiatives, { body: { words } }, { signal }),
  })
  const rows = found.data?.body.rows
  return (
    <Card flush>
      {rows?.length === 0 && (
        <p className={css.empty} role="status">
          {t('initiatives.noneFound')}
        </p>
      )}
      <InitiativeRows rows={rows ?? []} />
    </Card>
  )
}

/** Rows with their name, who, where and when. */
export function InitiativeRows({ rows }: { rows: readonly InitiativeRow[] }) {
  const t = useT()
  const format = useFormat()
  const places = usePlaces()
  return (
    <ul className={css.rows}>
      {rows.map(row => (
        <li key={row.id}>
          <div className={css.words}>
            <Link to={`/initiatives/${row.id}`}>
              <Said text={row.title} />
            </Link>
            <div className="k-dim k-small">
              <PartyLabel party={row.lead} /> · {places.text(row.places)} · {periodText(row, format, t)}
            </div>
          </div>
          <InitiativeState row={row} />
        </li>
      ))}
    </ul>
  )
}

function All() {
  const t = useT()
  const format = useFormat()
  const may = useMay()
  const { language } = useLoaded()
  const columns = useColumns()
  const filters = useFilters()
  return (
    <DataList
      name="council.initiatives"
      label={t('initiatives.title')}
      columns={columns}
      filters={filters}
      load={load}
      rowId={row => row.id}
      rowName={row => <Said text={row.title} />}
      href={row => `/initiatives/${row.id}`}
      phone={row => ({
        state: <InitiativeState row={row} />,
        line: (
          <>
            <PartyLabel party={row.lead} /> · {row.pillar.code} · {periodText(row, format, t)}
          </>
        ),
      })}
      empty={{ title: t('initiatives.none'), text: t('initiatives.noneText') }}
      {...(may('export')
        ? { onExport: (query, reason, kind) => takeOut('initiatives', query, reason, kind, language) }
        : {})}
    />
  )
}

function useFilters(): Filter[] {
  const t = useT()
  const format = useFormat()
  const pillars = useGet(listPillars, {}).data?.body.rows
  const parties = useGet(listParties, {}).data?.body.rows
  return useMemo(() => {
    const now = Number(format.today.slice(0, 4))
    const years = Array.from({ length: 9 }, (_, at) => String(now + 2 - at))
    return [
      {
        id: 'state',
        label: t('initiatives.stateOf'),
        kind: 'choice',
        options: matrixStates.map(value => ({ value, label: format.country(value) })),
      },
      {
        id: 'pillarId',
        label: t('initiatives.column.pillar'),
        kind: 'choice',
        options: (pillars ?? []).map(one => ({
          value: one.id,
          label: `${one.code}. ${format.text(one.name).text}`,
        })),
      },
      {
        id: 'partyId',
        label: t('initiatives.organisation'),
        kind: 'choice',
        options: (parties ?? []).map(one => ({ value: one.id, label: partyText(one, format) })),
      },
      {
        id: 'year',
        label: t('initiatives.year'),
        kind: 'choice',
        options: years.map(value => ({ value, label: value })),
      },
      {
        id: 'status',
        label: t('initiatives.column.status'),
        kind: 'choice',
        options: initiativeStatuses.map(value => ({ value, label: t(`initiatives.status.${value}`) })),
      },
      {
        id: 'kind',
        label: t('initiatives.column.kind'),
        kind: 'choice',
        options: activityKinds.map(value => ({ value, label: t(`initiatives.kind.${value}`) })),
      },
      {
        id: 'group',
        label: t('initiatives.column.groups'),
        kind: 'choice',
        options: targetGroups.map(value => ({ value, label: t(`initiatives.group.${value}`) })),
      },
      { id: 'public', label: t('initiatives.isPublic'), kind: 'yes' },
      {
        id: 'stand',
        label: t('initiatives.stand'),
        kind: 'choice',
        options: initiativeStands.map(value => ({ value, label: t(`initiatives.${value}`) })),
      },
    ]
  }, [t, format, pillars, parties])
}

function useColumns(): Column<InitiativeRow>[] {
  const t = useT()
  const format = useFormat()
  const places = usePlaces()
  return [
    {
      id: 'title',
      label: t('initiatives.column.title'),
      cell: row => <Said text={row.title} />,
    },
    { id: 'status', label: t('initiatives.column.status'), cell: row => <InitiativeState row={row} /> },
    { id: 'lead', label: t('initiatives.column.lead'), cell: row => <PartyLabel party={row.lead} /> },
    { id: 'places', label: t('initiatives.column.places'), cell: row => places.text(row.places) },
    { id: 'pillar', label: t('initiatives.column.pillar'), cell: row => row.pillar.code },
    {
      id: 'period',
      label: t('initiatives.period'),
      cell: row => <span className="k-num">{periodText(row, format, t)}</span>,
    },
  ]
}
