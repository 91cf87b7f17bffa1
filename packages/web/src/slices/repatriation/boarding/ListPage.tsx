/** Where I tick today: legs and arrivals of the operations in which I work; without a line, those that this device took along. */
import { getOperation, listOperations } from '@kerege/contract/repatriation/operations/routes'
import type { OperationRow } from '@kerege/contract/repatriation/operations/schema'
import { isOver, type OperationState } from '@kerege/contract/repatriation/operations/states'
import { IconChevronRight } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useEffect, useState } from 'react'
import { useGet } from '../../../api.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { takeAlong, takenAlong, useOffline } from '../../../offline/state.ts'
import { useReads } from '../../../shell/session.ts'
import { Answered } from '../../../ui/Answered.tsx'
import { Card } from '../../../ui/Card.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import { StatePill } from '../../../ui/StatePill.tsx'
import { operationKind } from '../operations/words.ts'
import css from './boarding.module.css'
import { pathOf, type Place } from './place.ts'

interface Way {
  place: Place
  label: string
  when?: string | undefined
}
interface Ways {
  id: string
  name: string
  ways: Way[]
}
const kept = 'board:ways'

export function ListPage() {
  const t = useT()
  const query = useGet(listOperations, { query: { limit: 50 } })
  const { open } = useOffline()
  const [along, setAlong] = useState<Ways[]>()
  useEffect(() => {
    if (open) void takenAlong<Ways[]>(kept).then(found => found && setAlong(found.value))
  }, [open])
  const rows = query.data?.body.rows.filter(row => !isOver(row.state)).toSorted(nearest)
  return (
    <>
      <PageHead title={t('boarding.nav')} facts={[t('boarding.lead')]} />
      {rows === undefined && along ? (
        along.map(one => <WaysCard key={one.id} one={one} />)
      ) : (
        <Answered query={query}>
          {() =>
            rows?.length ? (
              rows.map(row => <OperationWays key={row.id} row={row} />)
            ) : (
              <EmptyState title={t('boarding.none')}>{t('boarding.noneText')}</EmptyState>
            )
          }
        </Answered>
      )}
    </>
  )
}

const order: readonly OperationState[] = ['under-way', 'prepared', 'planned']
const nearest = (one: OperationRow, other: OperationRow) =>
  order.indexOf(one.state) - order.indexOf(other.state)

function OperationWays({ row }: { row: OperationRow }) {
  const t = useT()
  const reads = useReads()
  const query = useGet(getOperation, { params: { id: row.id } })
  const { open } = useOffline()
  const operation = query.data?.body
  const legs = reads('journey') ? (operation?.legs ?? []) : []
  const one: Ways = {
    id: row.id,
    name: row.name,
    ways: [
      ...legs.map(leg => ({
        place: { operationId: row.id, legId: leg.id },
        label: [leg.vehicle, `${leg.fromPlace} – ${leg.toPlace}`].filter(Boolean).join(', '),
        when: leg.departsAt,
      })),
      { place: { operationId: row.id }, label: t('boarding.arrivals') },
    ],
  }
  const text = JSON.stringify(one)
  useEffect(() => {
    if (!open || !operation) return
    const made = JSON.parse(text) as Ways // from just above
    void takenAlong<Ways[]>(kept).then(found => {
      const others = (found?.value ?? []).filter(other => other.id !== made.id)
      return takeAlong(kept, [made, ...others].slice(0, 20), Date.now())
    })
  }, [open, operation, text])
  return (
    <WaysCard
      one={one}
      side={<StatePill kind={operationKind[row.state]}>{t(`operations.state.${row.state}`)}</StatePill>}
    />
  )
}

function WaysCard({ one, side }: { one: Ways; side?: ReactNode }) {
  const format = useFormat()
  return (
    <Card flush title={<bdi>{one.name}</bdi>} side={side}>
      <ul>
        {one.ways.map(({ place, label, when }) => (
          <li key={place.legId ?? 'arrival'} className={css.way}>
            <Link to={pathOf(place)}>
              <span>
                <bdi>{label}</bdi>
                {when && <span className="k-dim"> {format.date(when, 'exact')}</span>}
              </span>
              <IconChevronRight size={22} stroke={1.7} aria-hidden="true" />
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  )
}
