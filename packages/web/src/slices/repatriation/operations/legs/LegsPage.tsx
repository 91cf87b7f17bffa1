/** Legs of the journey in their order: from, to, vehicle, hours, seats, and who travels on each. */
import { endLeg } from '@kerege/contract/repatriation/operations/routes'
import type { Leg, Operation } from '@kerege/contract/repatriation/operations/schema'
import { Button } from '@mantine/core'
import { IconBus, IconPlane, IconPlus, IconRoad } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useFormat } from '../../../../i18n/useFormat.tsx'
import { useT } from '../../../../i18n/useT.tsx'
import { Card } from '../../../../ui/Card.tsx'
import { EmptyState } from '../../../../ui/EmptyState.tsx'
import { Facts } from '../../../../ui/Facts.tsx'
import { Notice } from '../../../../ui/Notice.tsx'
import { StatePill } from '../../../../ui/StatePill.tsx'
import { useCommand } from '../api.ts'
import css from '../operations.module.css'
import { Shell } from '../Shell.tsx'
import { isEnded, legName } from '../words.ts'
import { LegDrawer } from './LegDrawer.tsx'
import { PlacesDrawer } from './PlacesDrawer.tsx'

export const LegsPage = () => <Shell tab="legs">{operation => <Legs operation={operation} />}</Shell>

const icons = { air: IconPlane, land: IconBus, border: IconRoad } as const

function Legs({ operation }: { operation: Operation }) {
  const t = useT()
  const { problem, run } = useCommand()
  const [edited, edit] = useState<Leg | 'new'>()
  const [placed, place] = useState<Leg>()
  const may = operation.may.keep && !isEnded(operation)
  return (
    <div className="k-stack">
      {problem && <Notice kind="stop">{problem}</Notice>}
      {operation.legs.length === 0 && (
        <EmptyState title={t('operations.noLegs')}>{t('operations.noLegsText')}</EmptyState>
      )}
      {operation.legs.map(leg => (
        <OneLeg
          key={leg.id}
          {...{ operation, leg, may }}
          onEdit={() => edit(leg)}
          onPlace={() => place(leg)}
        />
      ))}
      <div className={css.acts}>
        {may && (
          <Button
            variant="default"
            leftSection={<IconPlus size={18} stroke={1.7} />}
            onClick={() => edit('new')}
          >
            {t('operations.addLeg')}
          </Button>
        )}
        {operation.may.board && !isEnded(operation) && operation.legs.length > 0 && (
          <Button variant="default" component={Link} to={`/arrivals/${operation.id}`}>
            {t('operations.arrivals')}
          </Button>
        )}
      </div>
      <LegDrawer
        operation={operation}
        leg={edited}
        onClose={() => edit(undefined)}
        onEnd={legId => void run(endLeg, { params: { id: operation.id, legId } }).then(() => edit(undefined))}
      />
      <PlacesDrawer operation={operation} leg={placed} onClose={() => place(undefined)} />
    </div>
  )
}

interface OneProps {
  operation: Operation
  leg: Leg
  may: boolean
  onEdit: () => void
  onPlace: () => void
}

function OneLeg({ operation, leg, may, onEdit, onPlace }: OneProps) {
  const t = useT()
  const format = useFormat()
  const Icon = icons[leg.kind]
  const board = operation.may.board && !isEnded(operation)
  const full = leg.seats !== undefined && leg.people > leg.seats
  return (
    <Card
      title={
        <span className={css.group}>
          <Icon size={20} stroke={1.7} aria-hidden="true" />
          <bdi>{legName(leg)}</bdi>
        </span>
      }
      note={t('operations.legNumber', { n: leg.ordinal })}
      side={
        (may || board) && (
          <span className={css.acts}>
            {may && (
              <Button variant="subtle" onClick={onEdit}>
                {t('operations.change')}
              </Button>
            )}
            {board && (
              <Button variant="default" component={Link} to={`/operations/${operation.id}/board/${leg.id}`}>
                {t('operations.boardNow')}
              </Button>
            )}
            {may && operation.list.state === 'open' && (
              <Button variant="default" onClick={onPlace}>
                {t('operations.placePeople')}
              </Button>
            )}
          </span>
        )
      }
    >
      <div className={css.body}>
        <Facts
          facts={[
            [t('operations.way'), <bdi key="way">{`${leg.fromPlace} – ${leg.toPlace}`}</bdi>],
            ...(leg.departsAt
              ? [[t('operations.departs'), format.date(leg.departsAt, 'exact')] as const]
              : []),
            ...(leg.arrivesAt
              ? [[t('operations.arrives'), format.date(leg.arrivesAt, 'exact')] as const]
              : []),
            ...(leg.ofCountry ? [[t('operations.ofCountry'), format.country(leg.ofCountry)] as const] : []),
            [
              t('operations.travellers'),
              leg.seats === undefined
                ? format.number(leg.people)
                : t('operations.of', { n: leg.people, of: leg.seats }),
            ],
          ]}
        />
        {full && <StatePill kind="stop">{t('operations.tooFull')}</StatePill>}
      </div>
    </Card>
  )
}
