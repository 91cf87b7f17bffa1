/** Decisions: what is under silence or in the room, what was adopted with its number, and what was not. */
import type { DecisionRow } from '@kerege/contract/council/decisions'
import { decisionStates } from '@kerege/contract/council/silence'
import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { type Formatter, useFormat } from '../../../i18n/useFormat.tsx'
import { type Translate, useT } from '../../../i18n/useT.tsx'
import { useMay } from '../../../shell/session.ts'
import { DataList } from '../../../ui/list/DataList.tsx'
import type { Column, Filter } from '../../../ui/list/types.ts'
import { PageHead } from '../../../ui/PageHead.tsx'
import { Said } from '../parts/Said.tsx'
import { loadDecisions } from './api.ts'
import { DecisionState } from './state.tsx'

export function DecisionsPage() {
  const t = useT()
  const format = useFormat()
  const may = useMay()
  const columns = useColumns()
  const filters = useMemo(
    (): Filter[] => [
      {
        id: 'state',
        label: t('council.state'),
        kind: 'choice',
        options: decisionStates.map(value => ({ value, label: t(`council.decision.${value}`) })),
      },
    ],
    [t],
  )
  return (
    <>
      <PageHead
        title={t('council.decisions')}
        acts={
          may('council.prepare') && (
            <Button component={Link} to="/decisions/new" leftSection={<IconPlus size={18} stroke={1.7} />}>
              {t('council.decision.new')}
            </Button>
          )
        }
      />
      <DataList
        name="council.decisions"
        label={t('council.decisions')}
        columns={columns}
        filters={filters}
        load={loadDecisions}
        rowId={row => row.id}
        rowName={row => <Said text={row.title} />}
        href={row => `/decisions/${row.id}`}
        phone={row => ({
          state: <DecisionState decision={row} />,
          line: [row.symbol, timeOf(row, format, t)].filter(Boolean).join(' · '),
        })}
        empty={{ title: t('council.decisions.none'), text: t('council.decisions.noneText') }}
      />
    </>
  )
}

/** When it ends or ended. */
function timeOf(row: DecisionRow, format: Formatter, t: Translate): string {
  if (row.state === 'silence' && row.expiresAt) {
    return t('council.until', {
      when: `${row.expiresAt.slice(8, 10)}.${row.expiresAt.slice(5, 7)}, ${row.expiresAt.slice(11, 16)} UTC`,
    })
  }
  return row.closedAt ? format.date(row.closedAt) : ''
}

function useColumns(): Column<DecisionRow>[] {
  const t = useT()
  const format = useFormat()
  return [
    {
      id: 'title',
      label: t('council.title'),
      cell: row => (
        <Link to={`/decisions/${row.id}`}>
          <Said text={row.title} />
        </Link>
      ),
    },
    { id: 'state', label: t('council.state'), cell: row => <DecisionState decision={row} /> },
    { id: 'symbol', label: t('council.symbol'), cell: row => row.symbol ?? '' },
    {
      id: 'time',
      label: t('council.when'),
      cell: row => <span className="k-num">{timeOf(row, format, t)}</span>,
    },
  ]
}
