/** What authorities ask for in writing: those that wait first, by their terms. */
import { requestStates, type RequestRow } from '@kerege/contract/consents/requestSchema'
import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { useMay } from '../../../shell/session.ts'
import { DataList } from '../../../ui/list/DataList.tsx'
import type { Column, Filter } from '../../../ui/list/types.ts'
import { loadRequests } from './api.ts'
import { RequestState } from './RequestState.tsx'

export function RequestList() {
  const t = useT()
  const may = useMay()
  const format = useFormat()
  const columns: Column<RequestRow>[] = [
    {
      id: 'who',
      label: t('consents.request.who'),
      cell: row => <Link to={`/sharing/requests/${row.id}`}>{row.contact.organisation}</Link>,
    },
    { id: 'person', label: t('consents.column.person'), cell: row => <bdi>{row.person}</bdi> },
    { id: 'state', label: t('consents.request.state'), cell: row => <RequestState row={row} /> },
    { id: 'paper', label: t('consents.request.paper'), cell: row => row.paper },
    {
      id: 'due',
      label: t('consents.request.due'),
      cell: row => <span className="k-num">{format.date(row.due)}</span>,
    },
  ]
  const filters = useMemo(
    (): Filter[] => [
      {
        id: 'state',
        label: t('consents.request.state'),
        kind: 'choice',
        options: requestStates.map(value => ({ value, label: t(`consents.request.state.${value}`) })),
      },
    ],
    [t],
  )
  return (
    <DataList
      name="consents.requests"
      label={t('consents.of.requests')}
      columns={columns}
      filters={filters}
      load={loadRequests}
      rowId={row => row.id}
      rowName={row => row.contact.organisation}
      href={row => `/sharing/requests/${row.id}`}
      next={row =>
        row.state === 'recorded' && may('requests.answer') ? t('consents.request.answer') : undefined
      }
      phone={row => ({ state: <RequestState row={row} />, line: `${row.person} · ${format.date(row.due)}` })}
      empty={{ title: t('consents.request.none'), text: t('consents.request.noneText') }}
    />
  )
}
