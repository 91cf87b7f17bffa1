/** What was promised, by its day; with one filter, what was promised and not done. */
import { listActions } from '@kerege/contract/council/actionRoutes'
import { type ActionRow, actionStates } from '@kerege/contract/council/actions'
import { listPlans } from '@kerege/contract/council/planRoutes'
import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useCallback, useState } from 'react'
import { send, useGet } from '../../../api.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { type Translate, useT } from '../../../i18n/useT.tsx'
import type { Filter, ListQuery } from '../../../ui/list/types.ts'
import { CouncilList, ListHead, stateFilter } from '../parts/CouncilList.tsx'
import { PartyLabel, Said } from '../parts/Said.tsx'
import { MakeDrawer } from './MakeDrawer.tsx'
import { ActionState } from './state.tsx'

const load = async (query: ListQuery, signal: AbortSignal) =>
  (await send(listActions, { query: query as never }, { signal })).body

const filtersOf = (t: Translate, plans: readonly string[]): Filter[] => [
  { id: 'late', label: t('council.actions.late'), kind: 'yes' },
  stateFilter(
    t,
    actionStates.map(value => ({ value, label: t(`council.action.${value}`) })),
  ),
  ...(plans.length > 0
    ? [
        {
          id: 'plan',
          label: t('council.plans.one'),
          kind: 'choice' as const,
          options: plans.map(value => ({ value, label: value })),
        },
      ]
    : []),
]

export function ActionsPage() {
  const t = useT()
  const format = useFormat()
  const [making, setMaking] = useState(false)
  const plans = useGet(listPlans, {}).data?.body
  const filters = useCallback(
    (translate: Translate) => filtersOf(translate, plans?.rows.map(row => row.name) ?? []),
    [plans],
  )
  return (
    <>
      <ListHead
        title="council.actions"
        fresh={{ label: 'council.action.new', onOpen: () => setMaking(true) }}
        acts={
          <Button variant="default" component={Link} to="/external-plans">
            {t('council.plans')}
          </Button>
        }
      />
      <CouncilList
        name="council.actions"
        label={t('council.actions')}
        path="/actions"
        load={load}
        filters={filters}
        columns={[
          { id: 'state', label: t('council.state'), cell: row => <ActionState action={row} /> },
          { id: 'owner', label: t('council.action.owner'), cell: row => <Owner row={row} /> },
          {
            id: 'due',
            label: t('council.action.due'),
            cell: row => <span className="k-num">{format.date(row.due)}</span>,
          },
        ]}
        state={row => <ActionState action={row} />}
        line={row => (
          <>
            <Owner row={row} /> · {format.date(row.due)}
          </>
        )}
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
