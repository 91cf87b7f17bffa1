/** Tasks about one person, for the page of that person: what is open, by its day, and a way to add one. */
import { listTasks } from '@kerege/contract/tasks/routes'
import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useGet } from '../../api.ts'
import { useFormat } from '../../i18n/useFormat.tsx'
import { useT } from '../../i18n/useT.tsx'
import { useMay } from '../../shell/session.ts'
import { Answered } from '../../ui/Answered.tsx'
import { Card } from '../../ui/Card.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useFinish } from './api.ts'
import { DoneButton, mayFinish } from './DoneButton.tsx'
import { TaskState } from './TaskState.tsx'
import css from './tasks.module.css'
import { titleText } from './words.ts'

export function SubjectTasks({ subjectId }: { subjectId: string }) {
  const may = useMay()
  return may('tasks.work') ? <OpenTasks subjectId={subjectId} /> : null
}

function OpenTasks({ subjectId }: { subjectId: string }) {
  const t = useT()
  const format = useFormat()
  const finish = useFinish()
  const query = useGet(listTasks, { query: { of: 'anyone', subjectId, limit: 50 } })
  return (
    <Card
      flush
      title={t('tasks.title')}
      side={
        <Button
          variant="subtle"
          component={Link}
          to="/tasks/new"
          search={{ subject: subjectId } as never}
          leftSection={<IconPlus size={18} stroke={1.7} />}
        >
          {t('tasks.add')}
        </Button>
      }
    >
      {finish.problem && (
        <Notice kind="stop" live>
          {finish.problem}
        </Notice>
      )}
      <Answered query={query} rows={2}>
        {({ body }) =>
          body.rows.length === 0 ? (
            <p className={css.empty}>{t('tasks.noneOpen')}</p>
          ) : (
            <ul>
              {body.rows.map(task => (
                <li key={task.id} className={css.row}>
                  <div className={css.words}>
                    <div className="k-row">
                      <Link to={`/tasks/${task.id}`} dir="auto">
                        {titleText(task, t)}
                      </Link>
                      <TaskState task={task} />
                    </div>
                    <div className="k-dim">{[task.owner.name, format.date(task.due)].join(' · ')}</div>
                  </div>
                  {mayFinish(task) && <DoneButton task={task} finish={finish} />}
                </li>
              ))}
            </ul>
          )
        }
      </Answered>
    </Card>
  )
}
