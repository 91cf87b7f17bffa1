/** What one keeps, in one's own order, each with a note that nobody else reads. Order is changed by buttons, so that keys reach it. */
import { dropKept, keepPractice, listKept, orderKept } from '@kerege/contract/practices/collections/routes'
import type { KeptItem } from '@kerege/contract/practices/collections/schema'
import { ActionIcon, Button, Textarea } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { queryClient, send } from '../../../api.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { faultText, problemText } from '../../../ui/problems.ts'
import css from '../adoption/adoption.module.css'
import { PracticeLink } from '../adoption/state.tsx'

interface Props {
  rows: readonly KeptItem[]
  sessionId?: string
}

const again = () => queryClient.invalidateQueries({ queryKey: [listKept.method, listKept.path] })

export function KeptRows({ rows, sessionId }: Props) {
  const [problem, setProblem] = useState<unknown>()
  const of = sessionId ? { sessionId } : {}
  const run = async (act: () => Promise<unknown>) => {
    setProblem(undefined)
    try {
      await act()
      await again()
    } catch (error) {
      setProblem(error)
    }
  }
  const move = (at: number, by: number) =>
    run(() => {
      const ids = rows.map(row => row.practice.id)
      const [one] = ids.splice(at, 1)
      if (one) ids.splice(at + by, 0, one)
      return send(orderKept, { body: { ...of, practiceIds: ids } })
    })
  return (
    <>
      {problem !== undefined && (
        <Notice kind="stop" live>
          {problemText(problem, 'practices')}
        </Notice>
      )}
      <ol className={css.rows}>
        {rows.map((row, at) => (
          <Row
            key={row.practice.id}
            row={row}
            {...of}
            {...(at > 0 ? { onUp: () => move(at, -1) } : {})}
            {...(at < rows.length - 1 ? { onDown: () => move(at, 1) } : {})}
            onDrop={() => run(() => send(dropKept, { params: { id: row.practice.id }, query: of }))}
          />
        ))}
      </ol>
    </>
  )
}

interface RowProps {
  row: KeptItem
  sessionId?: string
  onUp?: () => void
  onDown?: () => void
  onDrop: () => void
}

function Row({ row, sessionId, onUp, onDown, onDrop }: RowProps) {
  const t = useT()
  const format = useFormat()
  const summary = row.summary && format.text(row.summary)
  const name = row.practice.symbol
  return (
    <li>
      <div className={css.words}>
        <PracticeLink practice={row.practice} />
        {summary && (
          <p className="k-dim k-small" lang={summary.language} dir="auto">
            {summary.text}
          </p>
        )}
        <Note key={row.note ?? ''} row={row} {...(sessionId ? { sessionId } : {})} />
      </div>
      <div className={`${css.acts} k-screen`}>
        <ActionIcon
          variant="default"
          size="lg"
          disabled={!onUp}
          aria-label={t('practices.keep.up', { name })}
          onClick={onUp}
        >
          <IconArrowUp size={18} stroke={1.7} />
        </ActionIcon>
        <ActionIcon
          variant="default"
          size="lg"
          disabled={!onDown}
          aria-label={t('practices.keep.down', { name })}
          onClick={onDown}
        >
          <IconArrowDown size={18} stroke={1.7} />
        </ActionIcon>
        <ActionIcon
          variant="default"
          size="lg"
          aria-label={t('practices.keep.drop', { name })}
          onClick={onDrop}
        >
          <IconTrash size={18} stroke={1.7} />
        </ActionIcon>
      </div>
    </li>
  )
}

function Note({ row, sessionId }: { row: KeptItem; sessionId?: string }) {
  const t = useT()
  const [text, setText] = useState(row.note ?? '')
  const [open, setOpen] = useState(false)
  const [fault, setFault] = useState<string>()
  const save = async () => {
    const note = text.trim()
    try {
      const body = { ...(sessionId ? { sessionId } : {}), ...(note ? { note } : {}) }
      await send(keepPractice, { params: { id: row.practice.id }, body })
      setOpen(false)
      await again()
    } catch (error) {
      const [first] =
        (error as { details?: { faults?: Parameters<typeof faultText>[0][] } }).details?.faults ?? []
      setFault(first ? faultText(first, 'practices') : problemText(error, 'practices'))
    }
  }
  if (!open) {
    return (
      <>
        {row.note && (
          <p dir="auto" style={{ whiteSpace: 'pre-line', display: 'block' }}>
            {row.note}
          </p>
        )}
        <Button variant="subtle" size="compact-md" className="k-screen" onClick={() => setOpen(true)}>
          {t(row.note ? 'practices.keep.changeNote' : 'practices.keep.addNote')}
        </Button>
      </>
    )
  }
  return (
    <div className="k-stack">
      <Textarea
        label={t('practices.keep.note')}
        description={t('practices.keep.noteHint')}
        value={text}
        error={fault}
        rows={3}
        maxLength={4000}
        data-autofocus
        onChange={event => {
          setText(event.currentTarget.value)
          setFault(undefined)
        }}
      />
      <div className={css.acts}>
        <Button variant="default" onClick={save}>
          {t('practices.keep.saveNote')}
        </Button>
        <Button variant="subtle" onClick={() => setOpen(false)}>
          {t('ui.cancel')}
        </Button>
      </div>
    </div>
  )
}
