/** What became of a task: newest first, in sentences, with who and when. */
import type { Task } from '@kerege/contract/tasks/schema'
import { useFormat } from '../../i18n/useFormat.tsx'
import { type Translate, useT } from '../../i18n/useT.tsx'
import { Joint } from '../../ui/Joint.tsx'
import css from './tasks.module.css'

export function Transitions({ task }: { task: Task }) {
  const t = useT()
  const format = useFormat()
  if (task.transitions.length === 0) return <p className="k-dim">{t('tasks.step.none')}</p>
  return (
    <ol className={css.passed}>
      {task.transitions
        .toSorted((one, other) => (one.at < other.at ? 1 : -1))
        .map((step, at) => (
          <li key={`${step.at}${step.to}${step.owner?.id}`}>
            <Joint state={at === 0 && task.state === 'open' ? 'here' : 'done'} size={14} />
            <div>
              <div>{sentence(step, t)}</div>
              {step.reason && <div dir="auto">{t('tasks.quote', { text: step.reason })}</div>}
              <div className="k-dim k-small">
                {step.by.name}
                {' · '}
                <time dateTime={step.at}>{format.date(step.at, 'exact')}</time>
              </div>
            </div>
          </li>
        ))}
    </ol>
  )
}

type Step = Task['transitions'][number]

function sentence({ from, to, owner }: Step, t: Translate): string {
  if (from === undefined)
    return owner ? t('tasks.step.made', { owner: owner.name }) : t('tasks.step.madePlain')
  if (to === 'done') return t('tasks.step.done')
  if (to === 'cancelled') return t('tasks.step.cancelled')
  return owner ? t('tasks.step.handed', { owner: owner.name }) : t('tasks.step.reopened')
}
