/** All concepts by which practices are found, for those who keep them; how far the search follows, and what was changed. */
import { languages } from '@kerege/contract/common'
import { listConcepts } from '@kerege/contract/practices/thesaurus/routes'
import type { ConceptRow } from '@kerege/contract/practices/thesaurus/schema'
import { Button, TextInput } from '@mantine/core'
import { IconFileImport, IconPlus, IconSearch } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useDeferredValue, useState } from 'react'
import { send } from '../../../api.ts'
import { useLoaded } from '../../../i18n/language.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { DataList } from '../../../ui/list/DataList.tsx'
import type { Column, Filter, ListQuery } from '../../../ui/list/types.ts'
import { PageHead } from '../../../ui/PageHead.tsx'
import { StatePill } from '../../../ui/StatePill.tsx'
import { StepsCard } from './StepsCard.tsx'

// A thesaurus is some hundreds of words, so they come at once.
const load = async (query: ListQuery, signal: AbortSignal) =>
  (await send(listConcepts, { query: query as never }, { signal })).body

export function ThesaurusPage() {
  const t = useT()
  const format = useFormat()
  const [typed, setTyped] = useState('')
  const search = useDeferredValue(typed.trim())
  const { language } = useLoaded()
  const label = (row: ConceptRow) => row.labels[language] ?? Object.values(row.labels)[0] ?? row.id
  const unsure = (row: ConceptRow) => row.unsure.map(one => format.language(one)).join(', ')
  const filters: Filter[] = [
    {
      id: 'unsure',
      label: t('thesaurus.unsure'),
      kind: 'choice',
      options: languages.map(value => ({ value, label: format.language(value) })),
    },
    { id: 'own', label: t('thesaurus.own'), kind: 'yes' },
  ]
  const columns: Column<ConceptRow>[] = [
    { id: 'label', label: t('thesaurus.concept'), cell: label },
    { id: 'id', label: t('thesaurus.id'), cell: row => <bdi lang="en">{row.id}</bdi> },
    { id: 'unsure', label: t('thesaurus.unsure'), cell: unsure },
    { id: 'uses', label: t('thesaurus.uses'), number: true, cell: row => row.uses },
  ]
  return (
    <>
      <PageHead
        title={t('thesaurus.title')}
        eyebrow={<Link to="/practices">{t('practices.title')}</Link>}
        facts={[t('thesaurus.lede')]}
        acts={
          <>
            <Button
              variant="default"
              component={Link}
              to="/thesaurus/import"
              leftSection={<IconFileImport size={18} stroke={1.7} />}
            >
              {t('thesaurus.file')}
            </Button>
            <Button component={Link} to="/thesaurus/new" leftSection={<IconPlus size={18} stroke={1.7} />}>
              {t('thesaurus.add')}
            </Button>
          </>
        }
      />
      <div className="k-stack">
        <StepsCard />
        <TextInput
          type="search"
          size="md"
          label={t('thesaurus.search')}
          value={typed}
          maxLength={200}
          leftSection={<IconSearch size={18} stroke={1.7} />}
          onChange={event => setTyped(event.currentTarget.value)}
        />
        <DataList
          name="practices.thesaurus"
          label={t('thesaurus.title')}
          columns={columns}
          filters={filters}
          load={load}
          {...(search === '' ? {} : { beside: { search } })}
          rowId={row => row.id}
          rowName={row => <bdi>{label(row)}</bdi>}
          href={row => `/thesaurus/concepts/${row.id}`}
          phone={row => ({
            ...(row.own ? { state: <StatePill kind="info">{t('thesaurus.own')}</StatePill> } : {}),
            line: [
              t('thesaurus.usesN', { n: row.uses }),
              row.unsure.length > 0 && `${t('thesaurus.unsure')}: ${unsure(row)}`,
            ]
              .filter(Boolean)
              .join(' · '),
          })}
          empty={{ title: t('thesaurus.none') }}
        />
      </div>
    </>
  )
}
