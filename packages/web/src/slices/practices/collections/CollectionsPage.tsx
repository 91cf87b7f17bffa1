/** Collections, with the practice of the month above them. */
import { listCollections } from '@kerege/contract/practices/collections/routes'
import type { CollectionRow } from '@kerege/contract/practices/collections/schema'
import { Button } from '@mantine/core'
import { IconBookmark, IconPlus } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { send } from '../../../api.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { useMay } from '../../../shell/session.ts'
import { useDomainFilter } from '../../../ui/domains/words.ts'
import { DataList } from '../../../ui/list/DataList.tsx'
import type { Column, Filter, ListQuery } from '../../../ui/list/types.ts'
import { PageHead } from '../../../ui/PageHead.tsx'
import { StatePill } from '../../../ui/StatePill.tsx'
import { Said } from '../../council/parts/Said.tsx'
import { useGroupName } from './groupName.ts'
import { MonthCard } from './MonthCard.tsx'

const load = async (query: ListQuery, signal: AbortSignal) =>
  (await send(listCollections, { query: query as never }, { signal })).body

export function CollectionsPage() {
  const t = useT()
  const format = useFormat()
  const may = useMay()
  const domain = useDomainFilter()
  const groupName = useGroupName()
  const filters: Filter[] = [
    { id: 'curated', label: t('practices.collection.onlyCurated'), kind: 'yes' },
    { id: 'mine', label: t('practices.collection.mine'), kind: 'yes' },
    domain,
  ]
  const columns: Column<CollectionRow>[] = [
    { id: 'title', label: t('practices.collection.title'), cell: row => <Said text={row.title} /> },
    { id: 'who', label: t('practices.collection.who'), cell: row => <Who row={row} /> },
    {
      id: 'group',
      label: t('practices.collection.group'),
      cell: row => (row.group ? groupName(row.group) : ''),
    },
    {
      id: 'size',
      label: t('practices.collection.size'),
      cell: row => <span className="k-num">{format.number(row.size)}</span>,
    },
    {
      id: 'updatedAt',
      label: t('practices.adoption.when'),
      cell: row => <span className="k-num">{format.date(row.updatedAt)}</span>,
    },
  ]
  return (
    <>
      <PageHead
        title={t('practices.collection.list')}
        eyebrow={<Link to="/practices">{t('practices.adoption.practices')}</Link>}
        acts={
          <>
            <Button
              variant="default"
              component={Link}
              to="/reading-list"
              leftSection={<IconBookmark size={18} stroke={1.7} />}
            >
              {t('practices.keep.list')}
            </Button>
            {may('practices.write') && (
              <Button
                component={Link}
                to="/collections/new"
                leftSection={<IconPlus size={18} stroke={1.7} />}
              >
                {t('practices.collection.new')}
              </Button>
            )}
          </>
        }
      />
      <div className="k-stack">
        <MonthCard />
        <DataList
          name="practices.collections"
          label={t('practices.collection.list')}
          columns={columns}
          filters={filters}
          load={load}
          rowId={row => row.id}
          rowName={row => <Said text={row.title} />}
          href={row => `/collections/${row.id}`}
          phone={row => ({ state: <Who row={row} />, line: t('practices.collection.n', { n: row.size }) })}
          empty={{ title: t('practices.collection.none'), text: t('practices.collection.noneText') }}
        />
      </div>
    </>
  )
}

function Who({ row }: { row: CollectionRow }) {
  const t = useT()
  if (row.curated) return <StatePill kind="ok">{t('practices.collection.curated')}</StatePill>
  return <span>{row.shared ? row.by : t('practices.collection.onlyMine')}</span>
}
