/** Records of other libraries, as links out with their source; and for those who moderate, which libraries are looked at. */
import { listExternal, listLibraries } from '@kerege/contract/practices/libraries/routes'
import type { ExternalRecord } from '@kerege/contract/practices/libraries/schema'
import { Link } from '@tanstack/react-router'
import { send, useGet } from '../../../api.ts'
import { useT } from '../../../i18n/useT.tsx'
import { useMay } from '../../../shell/session.ts'
import { DataList } from '../../../ui/list/DataList.tsx'
import type { Column, Filter, ListQuery } from '../../../ui/list/types.ts'
import { PageHead } from '../../../ui/PageHead.tsx'
import { LibrariesCard } from './LibrariesCard.tsx'

const load = async (query: ListQuery, signal: AbortSignal) =>
  (await send(listExternal, { query: query as never }, { signal })).body

export function ElsewherePage() {
  const t = useT()
  const may = useMay()
  const libraries = useGet(listLibraries, {}, { freshFor: 0 })
  const rows = libraries.data?.body.rows ?? []
  const filters: Filter[] = [
    { id: 'q', label: t('ecosystem.elsewhere.words'), kind: 'text' },
    {
      id: 'library',
      label: t('ecosystem.elsewhere.library'),
      kind: 'choice',
      options: rows.map(({ id, name }) => ({ value: id, label: name })),
    },
  ]
  const columns: Column<ExternalRecord>[] = [
    { id: 'title', label: t('ecosystem.bringing.name'), cell: row => <Title row={row} /> },
    { id: 'creators', label: t('ecosystem.elsewhere.creators'), cell: row => row.creators.join(', ') },
    { id: 'dated', label: t('ecosystem.elsewhere.dated'), cell: row => row.dated ?? '' },
    { id: 'library', label: t('ecosystem.elsewhere.library'), cell: row => row.library.name },
  ]
  return (
    <>
      <PageHead
        title={t('ecosystem.elsewhere.title')}
        eyebrow={<Link to="/practices">{t('practices.title')}</Link>}
        facts={[t('ecosystem.elsewhere.lede')]}
      />
      <div className="k-stack">
        {may('practices.moderate') && <LibrariesCard rows={rows} />}
        <DataList
          name="practices.elsewhere"
          label={t('ecosystem.elsewhere.title')}
          columns={columns}
          filters={filters}
          load={load}
          rowId={row => row.id}
          rowName={row => <Title row={row} />}
          phone={row => ({ line: [row.library.name, row.creators[0]].filter(Boolean).join(' · ') })}
          empty={{ title: t('ecosystem.elsewhere.none'), text: t('ecosystem.elsewhere.noneText') }}
        />
      </div>
    </>
  )
}

/** A way out of this house: no word of whence the reader comes goes along. */
const Title = ({ row }: { row: ExternalRecord }) =>
  row.url === undefined ? (
    <bdi>{row.title}</bdi>
  ) : (
    <a href={row.url} target="_blank" rel="noopener noreferrer nofollow external">
      <bdi>{row.title}</bdi>
    </a>
  )
