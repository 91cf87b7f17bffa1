/** Requests that concern one's own state: what was asked of us, and what we asked. */
import { Link } from '@tanstack/react-router'
import { requestStandings } from '@kerege/contract/council/requests/rules'
import { listRequests } from '@kerege/contract/council/requests/routes'
import type { RequestRow } from '@kerege/contract/council/requests/schema'
import { Button } from '@mantine/core'
import { IconAddressBook, IconPlus, IconSearch } from '@tabler/icons-react'
import { send } from '../../../api.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { useDomainFilter } from '../../../ui/domains/words.ts'
import { DataList } from '../../../ui/list/DataList.tsx'
import type { Column, Filter, ListQuery } from '../../../ui/list/types.ts'
import { Notice } from '../../../ui/Notice.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import { PartyLabel, Said } from '../parts/Said.tsx'
import { useMyRequests } from './api.ts'
import { RequestState } from './state.tsx'

const load = async (query: ListQuery, signal: AbortSignal) =>
  (await send(listRequests, { query: query as never }, { signal })).body

export function RequestsPage() {
  const t = useT()
  const format = useFormat()
  const mine = useMyRequests()
  const domain = useDomainFilter()
  const columns = useColumns()
  const filters: Filter[] = [
    {
      id: 'side',
      label: t('council.request.side'),
      kind: 'choice',
      options: (['of-us', 'by-us'] as const).map(value => ({ value, label: t(`council.request.${value}`) })),
    },
    {
      id: 'standing',
      label: t('council.request.standing'),
      kind: 'choice',
      options: requestStandings.map(value => ({ value, label: t(`council.request.${value}`) })),
    },
    domain,
  ]
  return (
    <>
      <PageHead
        title={t('council.requests')}
        facts={[t('council.requests.lede')]}
        acts={
          <>
            <Button
              component={Link}
              to="/focal-points"
              variant="subtle"
              leftSection={<IconAddressBook size={18} stroke={1.7} />}
            >
              {t('council.focal')}
            </Button>
            <Button
              component={Link}
              to="/answers"
              variant="default"
              leftSection={<IconSearch size={18} stroke={1.7} />}
            >
              {t('council.answers.find')}
            </Button>
            {mine && !mine.hindrance && (
              <Button component={Link} to="/requests/new" leftSection={<IconPlus size={18} stroke={1.7} />}>
                {t('council.request.new')}
              </Button>
            )}
          </>
        }
      />
      <div className="k-stack">
        {mine?.hindrance && <Notice kind="info">{t(`council.request.hindrance.${mine.hindrance}`)}</Notice>}
        <DataList
          name="council.requests"
          label={t('council.requests')}
          columns={columns}
          filters={filters}
          load={load}
          rowId={row => row.id}
          rowName={row => <Said text={row.title} />}
          href={row => `/requests/${row.id}`}
          phone={row => ({
            state: <RequestState row={row} />,
            line: (
              <>
                <PartyLabel party={row.party} /> · {format.date(row.due)}
              </>
            ),
          })}
          empty={{
            title: t('council.requests.none'),
            text: t(mine?.hindrance ? 'council.requests.noneHere' : 'council.requests.noneText'),
          }}
        />
      </div>
    </>
  )
}

function useColumns(): Column<RequestRow>[] {
  const t = useT()
  const format = useFormat()
  return [
    {
      id: 'title',
      label: t('council.request.question'),
      cell: row => <Said text={row.title} />,
    },
    { id: 'standing', label: t('council.request.standing'), cell: row => <RequestState row={row} /> },
    { id: 'party', label: t('council.request.from'), cell: row => <PartyLabel party={row.party} /> },
    {
      id: 'asked',
      label: t('council.request.to'),
      cell: row =>
        [
          ...(row.toAll ? [t('council.request.toAll')] : []),
          t('council.request.answeredN', { answered: row.answered, asked: row.asked }),
        ].join(' · '),
    },
    {
      id: 'due',
      label: t('council.request.due'),
      cell: row => <span className="k-num">{format.date(row.due)}</span>,
    },
  ]
}
