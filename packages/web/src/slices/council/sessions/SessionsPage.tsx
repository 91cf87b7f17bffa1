/** The register of sessions and events: the Council's own and those of others, with a mark where sources disagree. */
import { listSessions } from '@kerege/contract/council/routes'
import type { SessionRow } from '@kerege/contract/council/schema'
import { sessionKinds, sessionStates } from '@kerege/contract/council/sessions'
import { send } from '../../../api.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { type Translate, useT } from '../../../i18n/useT.tsx'
import type { Filter, ListQuery } from '../../../ui/list/types.ts'
import { StatePill } from '../../../ui/StatePill.tsx'
import { CouncilList, ListHead, stateFilter } from '../parts/CouncilList.tsx'
import { placeText, sessionStateKind, whenText } from '../words.ts'
import { Subscribe } from './Subscribe.tsx'

const load = async (query: ListQuery, signal: AbortSignal) =>
  (await send(listSessions, { query: query as never }, { signal })).body

export function SessionsPage() {
  const t = useT()
  const format = useFormat()
  return (
    <>
      <ListHead
        title="council.sessions"
        fresh={{ label: 'council.session.new', to: '/sessions/new' }}
        acts={<Subscribe />}
      />
      <CouncilList
        name="council.sessions"
        label={t('council.sessions')}
        path="/sessions"
        load={load}
        filters={filters}
        columns={[
          {
            id: 'state',
            label: t('council.state'),
            cell: row => (
              <span className="k-row">
                <State row={row} />
              </span>
            ),
          },
          {
            id: 'when',
            label: t('council.when'),
            cell: row => <span className="k-num">{whenText(row, format, t)}</span>,
          },
          { id: 'place', label: t('council.place'), cell: row => placeText(row, format, t) },
          { id: 'symbol', label: t('council.symbol'), cell: row => row.symbol ?? '' },
        ]}
        state={row => <State row={row} />}
        line={row => [whenText(row, format, t), placeText(row, format, t)].filter(Boolean).join(' · ')}
        empty={{ title: t('council.sessions.none') }}
      />
    </>
  )
}

function State({ row }: { row: SessionRow }) {
  const t = useT()
  return (
    <>
      <StatePill kind={sessionStateKind[row.state]}>{t(`council.state.${row.state}`)}</StatePill>
      {row.differ.length > 0 && <StatePill kind="wait">{t('council.differ')}</StatePill>}
    </>
  )
}

const filters = (t: Translate): Filter[] => [
  {
    id: 'of',
    label: t('council.of'),
    kind: 'choice',
    options: (['council', 'others'] as const).map(value => ({ value, label: t(`council.of.${value}`) })),
  },
  stateFilter(
    t,
    sessionStates.map(value => ({ value, label: t(`council.state.${value}`) })),
  ),
  {
    id: 'kind',
    label: t('council.kind'),
    kind: 'choice',
    options: sessionKinds.map(value => ({ value, label: t(`council.kind.${value}`) })),
  },
]
