/** Practices of the region as this node has them: found by words in any letters, by domain, age and place. */
import { heldStates } from '@kerege/contract/exchange/schema'
import type { HeldRow } from '@kerege/contract/exchange/schema'
import { findHeld } from '@kerege/contract/exchange/routes'
import { Domain } from '@kerege/contract/domains'
import { languages } from '@kerege/contract/common'
import { settings } from '@kerege/contract/practices/content'
import { TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { send } from '../../api.ts'
import { useFormat } from '../../i18n/useFormat.tsx'
import { useT } from '../../i18n/useT.tsx'
import { useMay } from '../../shell/session.ts'
import { useOnline } from '../../shell/useOnline.ts'
import { useDomainFilter, useDomainsText } from '../../ui/domains/words.ts'
import { DataList } from '../../ui/list/DataList.tsx'
import type { Column, Filter, ListQuery } from '../../ui/list/types.ts'
import { PageHead } from '../../ui/PageHead.tsx'
import { Title } from '../guidance/Title.tsx'
import { agesText } from '../guidance/words.tsx'
import css from './exchange.module.css'
import { KeptList } from './kept/KeptList.tsx'
import { LineNotice, useHeard } from './LineNotice.tsx'
import { HeldPill, UsedPill } from './words.tsx'

const load = async (query: ListQuery, signal: AbortSignal) =>
  (await send(findHeld, { body: query as never }, { signal })).body

export function ListPage() {
  const t = useT()
  const heard = useHeard()
  const domainsText = useDomains()
  const columns = useColumns()
  const filters = useFilters()
  const [typed, setTyped] = useState('')
  const [words] = useDebouncedValue(typed.trim(), 250)
  const beside = useMemo(() => (words === '' ? {} : { words }), [words])
  if (!useOnline()) return <KeptList />
  return (
    <>
      <PageHead title={t('exchange.title')} facts={[t('exchange.lede'), ...(heard ? [heard] : [])]} />
      <div className="k-stack">
        <LineNotice />
        <TextInput
          type="search"
          className={`${css.search} k-screen`}
          label={t('exchange.find')}
          description={t('exchange.findHint')}
          leftSection={<IconSearch size={18} stroke={1.7} />}
          value={typed}
          maxLength={200}
          onChange={event => setTyped(event.currentTarget.value)}
        />
        <DataList
          name="exchange.list"
          label={t('exchange.title')}
          columns={columns}
          filters={filters}
          beside={beside}
          load={load}
          rowId={row => row.id}
          rowName={row => <Title text={row.title} />}
          href={row => `/exchange/practices/${row.id}`}
          phone={row => ({
            state:
              row.state === 'published' ? (
                row.use && <UsedPill state={row.use} />
              ) : (
                <HeldPill state={row.state} />
              ),
            line: [row.symbol, domainsText(row.domains), agesText(row.ages, t)].join(' · '),
          })}
          empty={{ title: t('exchange.none'), text: t('exchange.noneText') }}
        />
      </div>
    </>
  )
}

/** Of domains that a newer hub may have, those that have words here. */
function useDomains(): (codes: readonly string[]) => string {
  const domainsText = useDomainsText()
  return codes => domainsText(codes.filter((one): one is Domain => Domain.safeParse(one).success))
}

function useFilters(): Filter[] {
  const t = useT()
  const format = useFormat()
  const may = useMay()
  const domain = useDomainFilter()
  return [
    domain,
    { id: 'age', label: t('exchange.age'), kind: 'number' },
    {
      id: 'setting',
      label: t('exchange.setting'),
      kind: 'choice',
      options: settings.map(value => ({ value, label: t(`exchange.setting.${value}`) })),
    },
    {
      id: 'language',
      label: t('exchange.language'),
      kind: 'choice',
      options: languages.map(value => ({ value, label: format.language(value) })),
    },
    {
      id: 'state',
      label: t('exchange.state'),
      kind: 'choice',
      options: heldStates.map(value => ({ value, label: t(`exchange.state.${value}`) })),
    },
    ...(may('guidance.confirm')
      ? [{ id: 'waiting', label: t('exchange.waiting'), kind: 'yes' } as const]
      : []),
  ]
}

function useColumns(): Column<HeldRow>[] {
  const t = useT()
  const format = useFormat()
  const domainsText = useDomains()
  return [
    { id: 'title', label: t('exchange.practice'), cell: row => <Title text={row.title} /> },
    { id: 'state', label: t('exchange.state'), cell: row => <HeldPill state={row.state} /> },
    { id: 'domains', label: t('domains.title'), cell: row => domainsText(row.domains) },
    { id: 'ages', label: t('exchange.age'), cell: row => agesText(row.ages, t) },
    {
      id: 'country',
      label: t('exchange.country'),
      cell: row => row.country !== undefined && format.country(row.country),
    },
    { id: 'use', label: t('exchange.used'), cell: row => row.use && <UsedPill state={row.use} /> },
    {
      id: 'changed',
      label: t('exchange.changed'),
      cell: row => <span className="k-num">{format.date(row.changedAt)}</span>,
    },
  ]
}
