/** Trainings that are asked for and offered, newest first. */
import { wishKinds } from '@kerege/contract/practices/trainings/board/rules'
import { listWishes } from '@kerege/contract/practices/trainings/board/routes'
import type { WishRow } from '@kerege/contract/practices/trainings/board/schema'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { send } from '../../../../api.ts'
import { useFormat } from '../../../../i18n/useFormat.tsx'
import { useT } from '../../../../i18n/useT.tsx'
import { useMay } from '../../../../shell/session.ts'
import { useDomainFilter } from '../../../../ui/domains/words.ts'
import { DataList } from '../../../../ui/list/DataList.tsx'
import type { Column, Filter, ListQuery } from '../../../../ui/list/types.ts'
import { PageHead } from '../../../../ui/PageHead.tsx'
import { Said } from '../../../council/parts/Said.tsx'
import { AgencyLabel } from '../parts/AgencyLabel.tsx'
import { TrainingTabs } from '../parts/TrainingTabs.tsx'
import { daysText, languagesText, useLanguageFilter } from '../parts/words.ts'
import { WishDrawer } from './WishDrawer.tsx'
import { WishPill } from './state.tsx'

const load = async (query: ListQuery, signal: AbortSignal) =>
  (await send(listWishes, { query: query as never }, { signal })).body

export function BoardPage() {
  const t = useT()
  const format = useFormat()
  const may = useMay()
  const [making, setMaking] = useState<'request' | 'offer'>()
  const columns = useColumns()
  const filters = useFilters()
  return (
    <>
      <PageHead
        title={t('trainings.board')}
        facts={[t('trainings.board.lede')]}
        acts={
          <>
            {may('trainings.run') && (
              <Button variant="default" onClick={() => setMaking('offer')}>
                {t('trainings.board.offer')}
              </Button>
            )}
            {may('trainings.take') && (
              <Button onClick={() => setMaking('request')}>{t('trainings.board.request')}</Button>
            )}
          </>
        }
      />
      <TrainingTabs here="board" />
      <DataList
        name="trainings.board"
        label={t('trainings.board')}
        columns={columns}
        filters={filters}
        load={load}
        rowId={row => row.id}
        rowName={row => <Said text={row.title} />}
        href={row => `/trainings/board/${row.id}`}
        phone={row => ({
          state: <WishPill state={row.state} />,
          line: (
            <>
              {t(`trainings.wishKind.${row.kind}`)} · <AgencyLabel agency={row.agency} /> ·{' '}
              {daysText(row, format)}
            </>
          ),
        })}
        empty={{ title: t('trainings.board.none'), text: t('trainings.board.lede') }}
      />
      <WishDrawer kind={making} opened={making !== undefined} onClose={() => setMaking(undefined)} />
    </>
  )
}

function useColumns(): Column<WishRow>[] {
  const t = useT()
  const format = useFormat()
  return [
    { id: 'title', label: t('trainings.what'), cell: row => <Said text={row.title} /> },
    { id: 'kind', label: t('trainings.kind'), cell: row => t(`trainings.wishKind.${row.kind}`) },
    { id: 'state', label: t('trainings.state'), cell: row => <WishPill state={row.state} /> },
    { id: 'agency', label: t('trainings.who'), cell: row => <AgencyLabel agency={row.agency} /> },
    { id: 'when', label: t('trainings.when'), cell: row => daysText(row, format) },
    {
      id: 'languages',
      label: t('trainings.languages'),
      cell: row => languagesText(row.languages, format),
    },
    { id: 'people', label: t('trainings.peopleCount'), number: true, cell: row => row.people ?? '' },
  ]
}

function useFilters(): Filter[] {
  const t = useT()
  const format = useFormat()
  return [
    { id: 'open', label: t('trainings.board.open'), kind: 'yes' },
    {
      id: 'kind',
      label: t('trainings.kind'),
      kind: 'choice',
      options: wishKinds.map(value => ({ value, label: t(`trainings.wishKind.${value}`) })),
    },
    useDomainFilter(),
    useLanguageFilter(format),
  ]
}
