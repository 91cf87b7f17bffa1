/** Who travels on a leg: families are ticked whole, one by one only where somebody opens them. */
import { placeOnLeg } from '@kerege/contract/repatriation/operations/routes'
import type { Leg, ListLine, Operation, PeopleList } from '@kerege/contract/repatriation/operations/schema'
import { isOnList } from '@kerege/contract/repatriation/operations/states'
import { Button, Checkbox } from '@mantine/core'
import { useState } from 'react'
import { useFormat } from '../../../../i18n/useFormat.tsx'
import { useT } from '../../../../i18n/useT.tsx'
import { Answered } from '../../../../ui/Answered.tsx'
import { Drawer } from '../../../../ui/Drawer.tsx'
import { Notice } from '../../../../ui/Notice.tsx'
import { useCommand, usePeople } from '../api.ts'
import css from '../operations.module.css'
import { legName } from '../words.ts'

interface Props {
  operation: Operation
  leg: Leg | undefined
  onClose: () => void
}

export function PlacesDrawer({ operation, leg, onClose }: Props) {
  const t = useT()
  return (
    <Drawer
      opened={leg !== undefined}
      onClose={onClose}
      title={leg && t('operations.placeOn', { leg: legName(leg) })}
    >
      {leg && <Places key={leg.id} {...{ operation, leg, onClose }} />}
    </Drawer>
  )
}

function Places({ operation, leg, onClose }: Props & { leg: Leg }) {
  return (
    <Answered query={usePeople(operation.id)}>
      {({ body }) => <Ticks {...{ operation, leg, onClose }} list={body} />}
    </Answered>
  )
}

function Ticks({ operation, leg, onClose, list }: Props & { leg: Leg; list: PeopleList }) {
  const t = useT()
  const { busy, problem, run } = useCommand()
  const lines = list.lines.filter(line => isOnList(line.state))
  const before = new Map(
    lines.flatMap(line =>
      line.legs.filter(one => one.legId === leg.id).map(one => [line.id, one.seat] as const),
    ),
  )
  const [ticked, setTicked] = useState<ReadonlySet<string>>(() => new Set(before.keys()))
  const tick = (ids: readonly string[], on: boolean) =>
    setTicked(old => new Set(on ? [...old, ...ids] : [...old].filter(id => !ids.includes(id))))
  const groups = [
    ...list.families.map(family => ({
      id: family.id,
      name: family.name,
      rows: lines.filter(line => line.familyId === family.id),
    })),
    ...lines.filter(line => !line.familyId).map(line => ({ id: line.id, name: line.name, rows: [line] })),
  ].filter(group => group.rows.length > 0)
  const save = async () => {
    const put = [...ticked].filter(id => !before.has(id)).map(lineId => ({ lineId }))
    const take = [...before.keys()].filter(id => !ticked.has(id))
    const done = await run(placeOnLeg, { params: { id: operation.id, legId: leg.id }, body: { put, take } })
    if (done) onClose()
  }
  return (
    <div className={css.body}>
      <p className="k-dim">{t('operations.placeHint')}</p>
      <div>
        {groups.map(group => (
          <FamilyTick key={group.id} {...group} ticked={ticked} tick={tick} />
        ))}
      </div>
      {problem && (
        <Notice kind="stop" live>
          {problem}
        </Notice>
      )}
      <div className={css.acts}>
        <Button size="md" loading={busy} onClick={() => void save()}>
          {t('operations.save')}
        </Button>
        <Button size="md" variant="subtle" onClick={onClose}>
          {t('ui.cancel')}
        </Button>
      </div>
    </div>
  )
}

interface TickProps {
  name: string
  rows: readonly ListLine[]
  ticked: ReadonlySet<string>
  tick: (ids: readonly string[], on: boolean) => void
}

function FamilyTick({ name, rows, ticked, tick }: TickProps) {
  const format = useFormat()
  const [single] = rows
  const ids = rows.map(line => line.id)
  const some = ids.filter(id => ticked.has(id)).length
  return (
    <div className={css.tickFamily}>
      <Checkbox
        label={<bdi>{rows.length === 1 && single ? single.name : name}</bdi>}
        description={rows.length === 1 && single ? format.age(single.birth) : undefined}
        checked={some === ids.length}
        indeterminate={some > 0 && some < ids.length}
        onChange={event => tick(ids, event.currentTarget.checked)}
      />
      {rows.length > 1 && (
        <div className={css.tickMembers}>
          {rows.map(line => (
            <Checkbox
              key={line.id}
              label={
                <>
                  <bdi>{line.name}</bdi> <span className="k-dim">{format.age(line.birth)}</span>
                </>
              }
              checked={ticked.has(line.id)}
              onChange={event => tick([line.id], event.currentTarget.checked)}
            />
          ))}
        </div>
      )}
    </div>
  )
}
