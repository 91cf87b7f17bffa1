/** All tasks that are open to the reader: one's own first, under headings of time, done one by one or several at once. */
import type { TaskRow } from '@kerege/contract/tasks/schema'
import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { Link, useSearch } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { useFormat } from '../../i18n/useFormat.tsx'
import { type Translate, useT } from '../../i18n/useT.tsx'
import { useMay } from '../../shell/session.ts'
import type { Option } from '../../ui/form/ChoiceField.tsx'
import { useColleagues } from '../../ui/form/useColleagues.ts'
import { DataList } from '../../ui/list/DataList.tsx'
import type { Column, Filter } from '../../ui/list/types.ts'
import { Notice } from '../../ui/Notice.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { TaskFlags } from '../casework/flags/TaskFlags.tsx'
import { loadTasks, useFinish } from './api.ts'
import { BulkBar } from './BulkBar.tsx'
import { DoneButton, mayFinish } from './DoneButton.tsx'
import { type Of, OfTabs, ofWanted } from './OfTabs.tsx'
import { TaskState } from './TaskState.tsx'
import { TickedTitle } from './TickedTitle.tsx'
import css from './tasks.module.css'
import { Times } from './Times.tsx'
import { groupOf } from './words.ts'

export function ListPage() {
  const t = useT()
  const of = ofWanted(useSearch({ strict: false }) as { of?: string })
  return (
    <>
      <PageHead
        title={t('tasks.title')}
        acts={
          <Button component={Link} to="/tasks/new" leftSection={<IconPlus size={18} stroke={1.7} />}>
            {t('tasks.new')}
          </Button>
        }
      />
      <OfTabs here={of} />
      {of === 'mine' && <Times />}
      <Tasks key={of} of={of} />
    </>
  )
}

function Tasks({ of }: { of: Of }) {
  const t = useT()
  const { today } = useFormat()
  const finish = useFinish()
  const [ticked, tick] = useState<ReadonlySet<string>>(new Set())
  const columns = useColumns(of, ticked, tick, finish)
  const { options: owners } = useColleagues()
  const filters = useMemo(() => filtersFor(t, of === 'team' ? owners : undefined), [t, of, owners])
  return (
    <>
      {finish.problem && (
        <Notice kind="stop" live>
          {finish.problem}
        </Notice>
      )}
      <DataList
        name={`tasks.${of}`}
        label={t(`tasks.of.${of}`)}
        columns={columns}
        filters={filters}
        load={(query, signal) => loadTasks({ ...query, of }, signal)}
        rowId={row => row.id}
        rowName={row => <TickedTitle task={row} ticked={ticked} tick={tick} />}
        phone={row => ({
          state: <TaskState task={row} />,
          line: <Line task={row} of={of} />,
          // What is due has its button on a phone; what lies ahead is calm, and is done on its page or by its box.
          act: mayFinish(row) && row.due <= today && <DoneButton task={row} finish={finish} />,
        })}
        group={row => {
          const group = groupOf(row, today)
          return group && { id: group, head: t(`tasks.group.${group}`) }
        }}
        empty={{ title: t(`tasks.none.${of}`), text: t('tasks.noneText') }}
      />
      <BulkBar
        ticked={ticked}
        busy={finish.busy === 'many'}
        onDone={async () => {
          await finish.many([...ticked])
          tick(new Set())
        }}
        onClear={() => tick(new Set())}
      />
    </>
  )
}

function useColumns(
  of: Of,
  ticked: ReadonlySet<string>,
  tick: (ids: ReadonlySet<string>) => void,
  finish: ReturnType<typeof useFinish>,
): Column<TaskRow>[] {
  const t = useT()
  const format = useFormat()
  const may = useMay()
  return [
    {
      id: 'task',
      label: t('tasks.task'),
      cell: row => <TickedTitle task={row} ticked={ticked} tick={tick} />,
    },
    {
      id: 'state',
      label: t('tasks.state'),
      cell: row => (
        <span className={css.state}>
          <TaskState task={row} />
        </span>
      ),
    },
    ...(may('people.read') ? [subjectColumn(t)] : []),
    {
      id: 'due',
      label: t('tasks.due'),
      cell: row => <span className="k-num">{format.date(row.due)}</span>,
    },
    of === 'mine'
      ? {
          id: 'from',
          label: t('tasks.from'),
          cell: row => (row.createdBy.id === row.owner.id ? t('tasks.myself') : row.createdBy.name),
        }
      : { id: 'owner', label: t('tasks.owner'), cell: row => row.owner.name },
    {
      id: 'act',
      label: t('tasks.act'),
      cell: row => mayFinish(row) && <DoneButton task={row} finish={finish} />,
    },
  ]
}

const subjectColumn = (t: Translate): Column<TaskRow> => ({
  id: 'subject',
  label: t('tasks.about'),
  cell: row =>
    row.subject &&
    row.subjectId && (
      <>
        <Link to={`/people/${row.subjectId}`}>
          <bdi>{row.subject}</bdi>
        </Link>
        <TaskFlags subjectId={row.subjectId} />
      </>
    ),
})

function Line({ task, of }: { task: TaskRow; of: Of }) {
  const format = useFormat()
  const whose = of === 'mine' ? [] : [task.owner.name]
  return (
    <>
      {task.subject && (
        <>
          <bdi>{task.subject}</bdi>
          {' · '}
        </>
      )}
      {[...whose, format.date(task.due)].join(' · ')}
      {task.subjectId && <TaskFlags subjectId={task.subjectId} />}
    </>
  )
}

function filtersFor(t: Translate, owners: readonly Option[] | undefined): Filter[] {
  const times = ['overdue', 'today', 'week', 'later', 'ahead', 'done-today'] as const
  return [
    {
      id: 'when',
      label: t('tasks.when'),
      kind: 'choice',
      options: times.map(value => ({ value, label: t(`tasks.when.${value}`) })),
    },
    {
      id: 'state',
      label: t('tasks.state'),
      kind: 'choice',
      options: (['open', 'done', 'cancelled'] as const).map(value => ({
        value,
        label: t(`tasks.choice.${value}`),
      })),
    },
    ...(owners ? [{ id: 'ownerId', label: t('tasks.owner'), kind: 'choice' as const, options: owners }] : []),
  ]
}
