/** One task: what is to be done, one button to say that it is, and what became of it so far. */
import { cancelTask, reopenTask } from '@kerege/contract/tasks/routes'
import type { Task } from '@kerege/contract/tasks/schema'
import { Button } from '@mantine/core'
import { IconPencil, IconUserShare } from '@tabler/icons-react'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useSend } from '../../api.ts'
import { useFormat } from '../../i18n/useFormat.tsx'
import { useT } from '../../i18n/useT.tsx'
import { Answered } from '../../ui/Answered.tsx'
import { Card } from '../../ui/Card.tsx'
import { Facts } from '../../ui/Facts.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { problemText } from '../../ui/problems.ts'
import { ReasonDialog } from '../../ui/ReasonDialog.tsx'
import { TaskFlags } from '../casework/flags/TaskFlags.tsx'
import { useTask } from './api.ts'
import { EditDrawer } from './EditDrawer.tsx'
import { FinishCard } from './FinishCard.tsx'
import { HandOverDrawer } from './HandOverDrawer.tsx'
import { TaskState } from './TaskState.tsx'
import css from './tasks.module.css'
import { Transitions } from './Transitions.tsx'
import { titleText } from './words.ts'

export function TaskPage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  return (
    <Answered query={useTask(id)}>{({ body, etag }) => <OneTask task={body} etag={etag ?? ''} />}</Answered>
  )
}

type Over = 'change' | 'hand-over' | 'cancel'

function OneTask({ task, etag }: { task: Task; etag: string }) {
  const t = useT()
  const [over, setOver] = useState<Over>()
  const reopen = useSend(reopenTask)
  const cancel = useSend(cancelTask)
  const open = task.state === 'open'
  const close = () => setOver(undefined)
  const params = { id: task.id }
  return (
    <>
      <PageHead
        title={t('tasks.task')}
        shown={<span dir="auto">{titleText(task, t)}</span>}
        eyebrow={<Link to="/tasks">{t('tasks.title')}</Link>}
        facts={[<TaskState key="state" task={task} />]}
        acts={
          task.mayChange && (
            <Acts open={open} onAct={setOver} reopen={() => reopen.mutate({ input: { params, body: {} } })} />
          )
        }
      />
      {reopen.isError && (
        <Notice kind="stop" live>
          {problemText(reopen.error, 'tasks')}
        </Notice>
      )}
      {open && task.waiting && (
        <Notice
          kind="wait"
          title={t('tasks.waits')}
          act={
            <Button variant="default" component={Link} to={`/tasks/${task.dependsOn}`}>
              {t('tasks.waitsOpen')}
            </Button>
          }
        >
          {t('tasks.waitsText')}
        </Notice>
      )}
      <div className="k-aside">
        <div className="k-stack">
          {task.note && (
            <Card title={t('tasks.note')}>
              <p className={`k-read ${css.note}`} dir="auto">
                {task.note}
              </p>
            </Card>
          )}
          {open && task.mayChange && !task.waiting && <FinishCard task={task} />}
          <Card title={t('tasks.became')}>
            <Transitions task={task} />
          </Card>
        </div>
        <aside className="k-stack" aria-label={t('tasks.facts')}>
          <Aside task={task} onCancel={() => setOver('cancel')} />
        </aside>
      </div>
      <EditDrawer task={task} etag={etag} opened={over === 'change'} onClose={close} />
      <HandOverDrawer task={task} opened={over === 'hand-over'} onClose={close} />
      <ReasonDialog
        opened={over === 'cancel'}
        onClose={close}
        title={t('tasks.cancel.title')}
        consequence={t('tasks.cancel.consequence')}
        told={t('tasks.cancel.told')}
        keep={t('tasks.cancel.keep')}
        act={t('tasks.cancel.act')}
        onAct={async reason => {
          await cancel.mutateAsync({ input: { params, body: { reason } } })
        }}
      />
    </>
  )
}

function Acts({ open, onAct, reopen }: { open: boolean; onAct: (over: Over) => void; reopen: () => void }) {
  const t = useT()
  if (!open) {
    return (
      <Button variant="default" onClick={reopen}>
        {t('tasks.reopen')}
      </Button>
    )
  }
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconPencil size={18} stroke={1.7} />}
        onClick={() => onAct('change')}
      >
        {t('tasks.change')}
      </Button>
      <Button
        variant="default"
        leftSection={<IconUserShare size={18} stroke={1.7} />}
        onClick={() => onAct('hand-over')}
      >
        {t('tasks.handOver')}
      </Button>
    </>
  )
}

function Aside({ task, onCancel }: { task: Task; onCancel: () => void }) {
  const t = useT()
  const format = useFormat()
  return (
    <Card
      title={t('tasks.facts')}
      foot={
        task.state === 'open' &&
        task.mayChange && (
          <Button variant="outline" color="red" onClick={onCancel}>
            {t('tasks.cancel')}
          </Button>
        )
      }
    >
      <Facts
        facts={[
          ...(task.subject
            ? [
                [
                  t('tasks.about'),
                  <span key="about">
                    <Link to={`/people/${task.subjectId}`}>
                      <bdi>{task.subject}</bdi>
                    </Link>
                    {task.subjectId && <TaskFlags subjectId={task.subjectId} />}
                  </span>,
                ] as const,
                [t('tasks.field.part'), t(`access.compartment.${task.compartment}`)] as const,
              ]
            : []),
          [t('tasks.due'), format.date(task.due, 'text')],
          [t('tasks.repeats'), t(`tasks.recurrence.${task.recurrence}`)],
          [t('tasks.owner'), task.owner.name],
          [t('tasks.from'), task.createdBy.name],
          [t('tasks.since'), format.date(task.createdAt)],
        ]}
      />
    </Card>
  )
}
