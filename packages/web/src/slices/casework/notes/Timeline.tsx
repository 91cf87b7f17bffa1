/**
 * What happened with a person, the newest first: notes and incidents that are open to the reader and, on the page of a case, its
 * steps between them. Long silences are said. Words are looked for in one's own readable notes.
 */
import type { Note, NoteKind } from '@kerege/contract/casework/notes'
import { Button, NativeSelect, TextInput } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { useT } from '../../../i18n/useT.tsx'
import { useMay } from '../../../shell/session.ts'
import { Refused } from '../../../ui/Answered.tsx'
import { Card } from '../../../ui/Card.tsx'
import { LoadingShape } from '../../../ui/LoadingShape.tsx'
import { useNotes } from '../api.ts'
import css from '../casework.module.css'
import { NoteDrawer } from './NoteDrawer.tsx'
import { NoteItem } from './NoteItem.tsx'
import { longGaps } from './gaps.ts'

/** Something else that happened, in its own words. */
export interface Happening {
  id: string
  at: string
  show: ReactNode
}

const shows = ['all', 'notes', 'incidents', 'steps'] as const
type Shows = (typeof shows)[number]
const none: readonly Happening[] = []

interface Props {
  personId: string
  /** What else happened, on the page of a case. */
  steps?: readonly Happening[]
}

export function Timeline(props: Props) {
  const may = useMay()
  if (may('casework.read')) return <Readable {...props} />
  return props.steps && props.steps.length > 0 ? <OnlySteps steps={props.steps} /> : null
}

function OnlySteps({ steps }: { steps: readonly Happening[] }) {
  const t = useT()
  return (
    <Card flush title={t('casework.past')} count={steps.length}>
      <Items items={steps.map(asItem)} />
    </Card>
  )
}

function Readable({ personId, steps = none }: Props) {
  const t = useT()
  const [shown, show] = useState<Shows>('all')
  const [words, find] = useState('')
  const [writing, write] = useState<Note | 'new'>()
  const kind: NoteKind | undefined = shown === 'incidents' ? 'incident' : undefined
  const pages = useNotes(personId, kind, words)
  const mayWrite = pages.data?.pages[0]?.mayWrite ?? []
  const notes = (pages.data?.pages.flatMap(page => page.rows) ?? []).filter(
    note => shown !== 'notes' || note.kind !== 'incident',
  )
  const last = notes.at(-1)
  // What is older than the last note that was read waits for its page.
  const others = words
    ? []
    : steps.filter(one => !pages.hasNextPage || !last || one.at.slice(0, 10) >= last.heldOn)
  const items = [
    ...(shown === 'steps' && !words
      ? []
      : notes.map(note => ({
          id: note.id,
          // A note of a day stands at its end, after what was done on that day.
          at: `${note.heldOn}T${note.writtenAt.startsWith(note.heldOn) ? note.writtenAt.slice(11) : '23'}`,
          show: <NoteItem note={note} onChange={() => write(note)} />,
        }))),
    ...(shown === 'all' || shown === 'steps' ? others.map(asItem) : []),
  ].toSorted((one, other) => (one.at < other.at ? 1 : one.at > other.at ? -1 : 0))
  // Whoever reads nothing here and may write nothing is not told of it.
  if (pages.data && items.length === 0 && mayWrite.length === 0 && !words && shown === 'all') return null
  return (
    <Card
      flush
      title={steps.length > 0 ? t('casework.past') : t('casework.notes')}
      count={items.length}
      side={
        mayWrite.length > 0 && (
          <Button
            variant="subtle"
            leftSection={<IconPencil size={18} stroke={1.7} />}
            onClick={() => write('new')}
          >
            {t('casework.notes.write')}
          </Button>
        )
      }
    >
      <Tools steps={steps.length > 0} shown={shown} show={show} words={words} find={find} />
      {pages.isPending && <LoadingShape rows={4} />}
      {pages.error && <Refused error={pages.error} again={() => void pages.refetch()} />}
      {pages.data && items.length === 0 && (
        <p className={css.none}>{t(words ? 'casework.notes.noneFound' : 'casework.notes.none')}</p>
      )}
      <Items items={items} silences={!words} />
      {pages.hasNextPage && shown !== 'steps' && (
        <div className={css.more}>
          <Button
            variant="default"
            loading={pages.isFetchingNextPage}
            onClick={() => void pages.fetchNextPage()}
          >
            {t('ui.list.more')}
          </Button>
        </div>
      )}
      <NoteDrawer personId={personId} sections={mayWrite} note={writing} onClose={() => write(undefined)} />
    </Card>
  )
}

const asItem = ({ id, at, show }: Happening): Happening => ({ id, at, show })

function Items({ items, silences = false }: { items: readonly Happening[]; silences?: boolean }) {
  const t = useT()
  const gaps = silences ? longGaps(items.map(one => one.at)) : []
  return (
    <ol className={css.line}>
      {items.map((one, at) => (
        <li key={one.id}>
          {(gaps[at] ?? 0) > 0 && (
            <div className={css.gap}>{t('casework.notes.gap', { n: gaps[at] ?? 0 })}</div>
          )}
          <div className={css.item}>{one.show}</div>
        </li>
      ))}
    </ol>
  )
}

interface ToolsProps {
  steps: boolean
  shown: Shows
  show: (one: Shows) => void
  words: string
  find: (words: string) => void
}

function Tools({ steps, shown, show, words, find }: ToolsProps) {
  const t = useT()
  const [typed, type] = useState('')
  return (
    <div className={`${css.tools} k-screen`}>
      <NativeSelect
        label={t('casework.notes.filter')}
        value={shown}
        size="sm"
        data={shows
          .filter(one => steps || one !== 'steps')
          .map(value => ({ value, label: t(`casework.notes.filter.${value}`) }))}
        onChange={event => show(event.currentTarget.value as Shows)}
      />
      <form
        onSubmit={event => {
          event.preventDefault()
          find(typed.trim())
        }}
      >
        <TextInput
          label={t('casework.notes.find')}
          value={typed}
          size="sm"
          maxLength={200}
          autoComplete="off"
          onChange={event => type(event.currentTarget.value)}
        />
        <Button type="submit" variant="default">
          {t('casework.notes.findAct')}
        </Button>
      </form>
      {words && (
        <Button
          variant="subtle"
          onClick={() => {
            type('')
            find('')
          }}
        >
          {t('casework.notes.findEnd')}
        </Button>
      )}
    </div>
  )
}
