/** What was promised, by its day; with one filter, what was promised and not done. */
import { listActions } from '@kerege/contract/council/actionRoutes'
import { type ActionRow, actionStates } from '@kerege/contract/council/actions'
import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { send } from '../../../api.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { useMay } from '../../../shell/session.ts'
import { DataList } from '../../../ui/list/DataList.tsx'
import type { Column, Filter, ListQuery } from '../../../ui/list/types.ts'
import { PageHead } from '../../../ui/PageHead.tsx'
import { PartyLabel, Said } from '../parts/Said.tsx'
import { MakeDrawer } from './MakeDrawer.tsx'
import { ActionState } from './state.tsx'

const load = async (query: ListQuery, signal: AbortSignal) =>
  (await send(listActions, { query: query as never }, { signal })).body

export function ActionsPage() {
  const t = useT()
  const format = useFormat()
  const may = useMay()
  const [making, setMaking] = useState(false)
  const columns = useColumns()
  const filters = useMemo(
    (): Filter[] => [
      { id: 'late', label: t('council.actions.late'), kind: 'yes' },
      {
        id: 'state',
        label: t('council.state'),
        kind: 'choice',
        options: actionStates.map(value => ({ value, label: t(`council.action.${value}`) })),
      },
    ],
    [t],
  )
  return (
    <>
      <PageHead
        title={t('council.actions')}
        acts={
          may('council.prepare') && (
            <Button leftSection={<IconPlus size={18} stroke={1.7} />} onClick={() => setMaking(true)}>
              {t('council.action.new')}
            </Button>
          )
        }
      />
      <DataList
        name="council.actions"
        label={t('council.actions')}
        columns={columns}
        filters={filters}
        load={load}
        rowId={row => row.id}
        rowName={row => <Said text={row.title} />}
        href={row => `/actions/${row.id}`}
        phone={row => ({
          state: <ActionState action={row} />,
          line: (
            <>
              <Owner row={row} /> · {format.date(row.due)}
            </>
          ),
        })}
        empty={{ title: t('council.actions.none'), text: t('council.actions.noneText') }}
      />
      <MakeDrawer opened={making} onClose={() => setMaking(false)} />
    </>
  )
}

export function Owner({ row }: { row: Pick<ActionRow, 'party' | 'body'> }) {
  if (row.party) return <PartyLabel party={row.party} />
  return row.body ? <Said text={row.body.name} /> : null
}

function useColumns(): Column<ActionRow>[] {
  const t = useT()
  const format = useFormat()
  return [
    {
      id: 'title',
      label: t('council.title'),
      cell: row => (
        <Link to={`/actions/${row.id}`}>
          <Said text={row.title} />
        </Link>
      ),
    },
    { id: 'state', label: t('council.state'), cell: row => <ActionState action={row} /> },
    { id: 'owner', label: t('council.action.owner'), cell: row => <Owner row={row} /> },
    {
      id: 'due',
      label: t('council.action.due'),
      cell: row => <span className="k-num">{format.date(row.due)}</span>,
    },
  ]
}
