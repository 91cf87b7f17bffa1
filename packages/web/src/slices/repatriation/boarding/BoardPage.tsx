/** Ticking off on a leg or at the arrival: how many of how many, find, families together, tick. The same with a line and without. */
import {
  boardGroups,
  type BoardRow,
  boardRows,
  boardTotals,
} from '@kerege/contract/repatriation/boarding/view'
import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { Link, useParams } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { useOffline } from '../../../offline/state.ts'
import { Refused } from '../../../ui/Answered.tsx'
import { LoadingShape } from '../../../ui/LoadingShape.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import { problemText } from '../../../ui/problems.ts'
import { toast } from '../../../ui/toasts.ts'
import { type Said, say } from './acts.ts'
import css from './boarding.module.css'
import { DoorDrawer } from './DoorDrawer.tsx'
import { FindBar } from './FindBar.tsx'
import { findable, finder, howFound } from './find.ts'
import { GroupCard } from './GroupCard.tsx'
import { Numbers } from './Numbers.tsx'
import type { Place } from './place.ts'
import { RowSheet } from './RowSheet.tsx'
import { Settle } from './Settle.tsx'
import { Totals } from './Totals.tsx'
import { notTaken, unsentOf } from './unsent.ts'
import { isGone, useBoard } from './useBoard.ts'

export function BoardPage() {
  const { id = '', leg } = useParams({ strict: false }) as { id?: string; leg?: string }
  const place = useMemo<Place>(() => ({ operationId: id, ...(leg ? { legId: leg } : {}) }), [id, leg])
  return <BoardOf key={`${id} ${leg}`} place={place} />
}

function BoardOf({ place }: { place: Place }) {
  const t = useT()
  const format = useFormat()
  const { board, error, notKept, again, take } = useBoard(place)
  const { waiting } = useOffline()
  const [asked, ask] = useState('')
  const [missing, onlyMissing] = useState(false)
  const [opened, open] = useState<string>()
  const [adding, add] = useState(false)
  const [fault, setFault] = useState<unknown>()
  const unsent = useMemo(() => unsentOf(waiting, place, format.today), [waiting, place, format.today])
  const rows = useMemo(() => (board ? boardRows(board, unsent) : []), [board, unsent])
  const lines = [...(board?.lines ?? []), ...unsent.lines]
  // biome-ignore lint/correctness/useExhaustiveDependencies: an index costs; it is made anew when it would find otherwise
  const find = useMemo(() => finder(lines), [findable(lines)])
  if (!board || isGone(error)) {
    return error ? <Refused error={error} again={again} /> : <LoadingShape rows={6} />
  }
  const found = find(asked)
  const totals = boardTotals(board, rows)
  const troubles = notTaken(waiting, place)
  const shown = boardGroups(board, rows)
    .filter(one => !found || one.rows.some(row => found.has(row.line.id)))
    .filter(one => !missing || one.there < one.rows.length)
  const act = async (row: BoardRow, said: Said) => {
    setFault(undefined)
    try {
      const answer = await say(place, row, said)
      if (answer) take(answer)
      open(undefined)
      if (said.what === 'there') ask('')
    } catch (thrown) {
      setFault(thrown)
    }
  }
  const sheet = rows.find(row => row.line.id === opened)
  return (
    <div className={css.page}>
      <PageHead
        title={t(place.legId ? 'boarding.title' : 'boarding.arrivals')}
        eyebrow={
          <Link to="/boarding">
            <bdi>{board.name}</bdi>
          </Link>
        }
        facts={board.leg ? [<bdi key="where">{board.leg.vehicle ?? board.leg.toPlace}</bdi>] : []}
      />
      <Totals totals={totals} arrival={!place.legId} />
      {notKept && <Notice kind="stop">{t('waiting.unable')}</Notice>}
      {fault !== undefined && (
        <div role="alert">
          <Notice kind="stop">{problemText(fault, 'boarding')}</Notice>
        </div>
      )}
      {troubles.length > 0 && (
        <Notice kind="stop" act={<Link to="/waiting">{t('waiting.nav')}</Link>}>
          {t('boarding.notTaken', { n: troubles.length })}
        </Notice>
      )}
      <Numbers rows={rows} />
      <Settle rows={rows} onSay={act} arrival={!place.legId} />
      <FindBar
        asked={asked}
        onAsk={ask}
        missing={missing}
        onMissing={onlyMissing}
        left={totals.expected.all - totals.there.all}
      />
      {found && shown.length === 0 && <p role="status">{t('boarding.nobody')}</p>}
      <ul className={css.groups} aria-label={t('boarding.list')}>
        {shown.map(group => (
          <GroupCard
            key={group.familyId ?? group.rows[0]?.line.id}
            group={group}
            found={found}
            arrival={!place.legId}
            onTick={row => act(row, { what: 'there', how: howFound(asked) })}
            onOpen={row => open(row.line.id)}
          />
        ))}
      </ul>
      <Button
        variant="default"
        className={css.big}
        leftSection={<IconPlus size={22} />}
        onClick={() => add(true)}
      >
        {t('boarding.notOnList')}
      </Button>
      {sheet && (
        <RowSheet
          row={sheet}
          arrival={!place.legId}
          onSay={said => act(sheet, said)}
          onClose={() => open(undefined)}
        />
      )}
      <DoorDrawer
        opened={adding}
        place={place}
        rows={rows}
        onClose={() => add(false)}
        onAdded={(answer, name) => {
          if (answer) take(answer)
          add(false)
          toast(t('boarding.added', { name }))
        }}
      />
    </div>
  )
}
