/** Decisions: what is under silence or in the room, what was adopted with its number, and what was not. */
import type { DecisionRow } from '@kerege/contract/council/decisions'
import { decisionStates } from '@kerege/contract/council/silence'
import { type Formatter, useFormat } from '../../../i18n/useFormat.tsx'
import { type Translate, useT } from '../../../i18n/useT.tsx'
import { PrintButton } from '../../../ui/PrintButton.tsx'
import type { Filter } from '../../../ui/list/types.ts'
import { CouncilList, ListHead, stateFilter } from '../parts/CouncilList.tsx'
import { loadDecisions } from './api.ts'
import { DecisionState } from './state.tsx'

const filters = (t: Translate): Filter[] => [
  stateFilter(
    t,
    decisionStates.map(value => ({ value, label: t(`council.decision.${value}`) })),
  ),
]

export function DecisionsPage() {
  const t = useT()
  const format = useFormat()
  return (
    <>
      <ListHead
        title="council.decisions"
        fresh={{ label: 'council.decision.new', to: '/decisions/new' }}
        acts={<PrintButton />}
      />
      <CouncilList
        name="council.decisions"
        label={t('council.decisions')}
        path="/decisions"
        load={loadDecisions}
        filters={filters}
        columns={[
          { id: 'state', label: t('council.state'), cell: row => <DecisionState decision={row} /> },
          { id: 'symbol', label: t('council.symbol'), cell: row => row.symbol ?? '' },
          {
            id: 'time',
            label: t('council.when'),
            cell: row => <span className="k-num">{timeOf(row, format, t)}</span>,
          },
        ]}
        state={row => <DecisionState decision={row} />}
        line={row => [row.symbol, timeOf(row, format, t)].filter(Boolean).join(' · ')}
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
