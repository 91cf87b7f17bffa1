/** A family, held together: who is there and who is not; closed once all are. Somebody who travels alone is a card of one. */
import type { BoardGroup, BoardRow } from '@kerege/contract/repatriation/boarding/view'
import { Button } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { StatePill } from '../../../ui/StatePill.tsx'
import css from './boarding.module.css'
import { whoOf } from './words.ts'

interface Props {
  group: BoardGroup
  found: ReadonlySet<string> | undefined
  arrival: boolean
  onTick: (row: BoardRow) => void
  onOpen: (row: BoardRow) => void
}

export function GroupCard({ group, found, arrival, onTick, onOpen }: Props) {
  const t = useT()
  const [wanted, want] = useState(false)
  const all = group.there === group.rows.length
  const open = !all || wanted || found !== undefined
  const family = group.familyId !== undefined
  return (
    <li className={`${css.group} ${group.divided ? css.divided : ''}`}>
      {family && (
        <div className={css.groupHead}>
          <h2>
            <bdi>{group.name}</bdi>
          </h2>
          {all ? (
            <button type="button" className={css.fold} aria-expanded={open} onClick={() => want(!wanted)}>
              <StatePill kind="ok">{t(arrival ? 'boarding.allArrived' : 'boarding.allBoarded')}</StatePill>
            </button>
          ) : (
            <StatePill kind={group.divided ? 'stop' : 'mute'}>
              {t(arrival ? 'boarding.someArrived' : 'boarding.someBoarded', {
                there: group.there,
                all: group.rows.length,
              })}
            </StatePill>
          )}
          {group.divided && <p>{t(arrival ? 'boarding.togetherArrival' : 'boarding.together')}</p>}
        </div>
      )}
      {(open || !family) && (
        <ul>
          {group.rows.map(row => (
            <Row
              key={row.line.id}
              row={row}
              marked={found?.has(row.line.id) ?? false}
              arrival={arrival}
              onTick={() => onTick(row)}
              onOpen={() => onOpen(row)}
            />
          ))}
        </ul>
      )}
    </li>
  )
}

interface RowProps {
  row: BoardRow
  marked: boolean
  arrival: boolean
  onTick: () => void
  onOpen: () => void
}

function Row({ row, marked, arrival, onTick, onOpen }: RowProps) {
  const t = useT()
  const format = useFormat()
  const { line, verdict, cleared, heads } = row
  const there = verdict === 'there'
  const done = t(arrival ? 'boarding.didArrive' : 'boarding.didBoard')
  const notes = [
    ...(line.door ? [t('boarding.door')] : []),
    ...(line.seat ? [t('boarding.seat', { seat: line.seat })] : []),
    ...(line.carer ? [t('boarding.carer', { name: line.carer })] : []),
    ...(heads.length > 1 && there ? [t('boarding.twice')] : []),
    ...(row.unsent ? [t('boarding.notSent')] : []),
  ]
  return (
    <li className={`${css.row} ${marked ? css.marked : ''}`}>
      <button type="button" className={css.who} onClick={onOpen}>
        <span className={css.name}>
          {line.bracelet && <span className={css.number}>{line.bracelet}</span>} <bdi>{line.name}</bdi>
        </span>
        <span className={css.facts}>{[t(whoOf(line)), format.age(line.birth)].join(', ')}</span>
        {notes.length > 0 && <span className={css.facts}>{notes.join(' · ')}</span>}
      </button>
      {there ? (
        <button
          type="button"
          className={css.ticked}
          aria-label={t('boarding.openRow', { done, name: line.name })}
          onClick={onOpen}
        >
          <IconCheck size={22} stroke={2.2} aria-hidden="true" />
          {t(arrival ? 'boarding.arrived' : 'boarding.boarded')}
        </button>
      ) : verdict === 'not-there' ? (
        <button type="button" className={css.stays} onClick={onOpen}>
          {t(arrival ? 'boarding.notArrived' : 'boarding.notBoarded')}
        </button>
      ) : verdict === 'contradicted' ? (
        <StatePill kind="stop">{t('boarding.settle.short')}</StatePill>
      ) : cleared ? (
        <Button
          variant="default"
          className={css.tick}
          aria-label={t(arrival ? 'boarding.tickArrival' : 'boarding.tick', { name: line.name })}
          onClick={onTick}
        >
          {done}
        </Button>
      ) : (
        <StatePill kind="wait">{t('boarding.notCleared')}</StatePill>
      )}
    </li>
  )
}
