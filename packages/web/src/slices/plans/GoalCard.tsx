/** A goal in the family's own words: from where to where, what is done, how it goes, what was taken from the library. */
import { doneAction, dropGoal } from '@kerege/contract/plans/routes'
import type { CasePlans, Plan, PlanAction, PlanGoal } from '@kerege/contract/plans/schema'
import { Button } from '@mantine/core'
import { IconBook2, IconCircle, IconCircleCheck } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useSend } from '../../api.ts'
import { useFormat } from '../../i18n/useFormat.tsx'
import { useT } from '../../i18n/useT.tsx'
import { useMay } from '../../shell/session.ts'
import { StatePill } from '../../ui/StatePill.tsx'
import { readAgain } from './api.ts'
import { CloseDrawer } from './forms/CloseDrawer.tsx'
import { OffersDrawer } from './OffersDrawer.tsx'
import css from './plans.module.css'
import { WentDrawer } from './forms/WentDrawer.tsx'
import { isDone } from './words.ts'

interface Props {
  body: CasePlans
  plan: Plan
  goal: PlanGoal
  onWrite: () => void
}

export function GoalCard({ body, plan, goal, onWrite }: Props) {
  const t = useT()
  const format = useFormat()
  const [over, setOver] = useState<'offers' | 'close'>()
  const drop = useSend(dropGoal)
  const draft = plan.state === 'draft'
  const live = draft || plan.state === 'agreed' || plan.state === 'current'
  return (
    <article className={css.goal}>
      <h4 lang={goal.language} dir="auto">
        {t('plans.quote', { text: goal.words })}
      </h4>
      <div className="k-dim" dir="auto">
        {[goal.baseline, goal.target].filter(Boolean).join(' → ')}
      </div>
      <div className="k-dim k-small">
        {[
          goal.owner.name,
          t('plans.until', { day: format.date(goal.due) }),
          ...(goal.indicator ? [t('plans.seenBy', { text: goal.indicator })] : []),
        ].join(' · ')}
      </div>
      <Actions plan={plan} goal={goal} />
      <Progress goal={goal} />
      <Uses goal={goal} />
      {goal.outcome && (
        <div className={css.compare}>
          <Said
            label={t('plans.outcome.worker')}
            state={t(`plans.came.${goal.outcome.came}`)}
            words={goal.outcome.words}
          />
          <Said
            label={t('plans.outcome.family')}
            state={t(`plans.came.${goal.outcome.family}`)}
            words={goal.outcome.familyWords}
          />
        </div>
      )}
      {live && goal.writable && (
        <div className={`${css.acts} k-screen`}>
          {draft && (
            <>
              <Button variant="default" size="sm" onClick={onWrite}>
                {t('plans.goal.write')}
              </Button>
              <Button
                variant="subtle"
                size="sm"
                loading={drop.isPending}
                onClick={() => drop.mutate({ input: { params: { id: goal.id } } }, { onSuccess: readAgain })}
              >
                {t('plans.goal.drop')}
              </Button>
            </>
          )}
          <Button
            variant="default"
            size="sm"
            leftSection={<IconBook2 size={18} stroke={1.7} />}
            onClick={() => setOver('offers')}
          >
            {t('plans.offers')}
          </Button>
          {plan.state === 'current' && (
            <Button variant="default" size="sm" onClick={() => setOver('close')}>
              {t(goal.outcome ? 'plans.outcome.again' : 'plans.outcome')}
            </Button>
          )}
        </div>
      )}
      <OffersDrawer body={body} goal={goal} opened={over === 'offers'} onClose={() => setOver(undefined)} />
      <CloseDrawer goal={goal} opened={over === 'close'} onClose={() => setOver(undefined)} />
    </article>
  )
}

const Said = ({ label, state, words }: { label: string; state: string; words: string }) => (
  <div>
    <div className="k-dim k-small">{label}</div>
    <strong>{state}</strong>
    <div dir="auto">{words}</div>
  </div>
)

function Actions({ plan, goal }: { plan: Plan; goal: PlanGoal }) {
  const t = useT()
  const may = useMay()
  const format = useFormat()
  if (goal.actions.length === 0) return null
  return (
    <ul className={css.actions}>
      {goal.actions.map(action => {
        const done = isDone(action)
        const Icon = done ? IconCircleCheck : IconCircle
        const late =
          !done && action.due !== undefined && action.due < format.today && plan.state === 'current'
        return (
          <li key={action.id}>
            <Icon size={20} stroke={1.7} className={done ? (css.done ?? '') : ''} aria-hidden="true" />
            <span className={css.words}>
              <span className="k-hidden">{done ? t('plans.action.done') : t('plans.action.open')}: </span>
              <span dir="auto">{action.words}</span>
              <span className="k-dim k-small">
                {' '}
                {[t(`plans.action.${action.kind}`), action.owner?.name ?? action.who]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </span>
            {action.due && !done && (
              <StatePill kind={late ? 'stop' : 'mute'}>{format.date(action.due)}</StatePill>
            )}
            {action.taskId && !done && (
              <Link to={`/tasks/${action.taskId}`} className="k-link">
                {t('plans.action.openTask')}
              </Link>
            )}
            {plan.state === 'current' && action.kind !== 'task' && !done && may('referrals.make') && (
              <Link to={`/referrals/new/${plan.personId}?action=${action.id}`} className="k-link">
                {t('referrals.fromPlan')}
              </Link>
            )}
            {plan.state === 'current' && goal.writable && action.kind !== 'task' && !done && (
              <Done action={action} />
            )}
          </li>
        )
      })}
    </ul>
  )
}

function Done({ action }: { action: PlanAction }) {
  const t = useT()
  const sending = useSend(doneAction)
  return (
    <Button
      variant="subtle"
      size="sm"
      className="k-screen"
      aria-label={`${t('plans.action.say')}: ${action.words}`}
      loading={sending.isPending}
      onClick={() =>
        sending.mutate({ input: { params: { id: action.id }, body: {} } }, { onSuccess: readAgain })
      }
    >
      {t('plans.action.say')}
    </Button>
  )
}

function Progress({ goal }: { goal: PlanGoal }) {
  const t = useT()
  const format = useFormat()
  const [last] = goal.progress
  if (!last) return null
  return (
    <div>
      <StatePill kind={last.progress === 'reached' ? 'ok' : last.progress === 'harder' ? 'wait' : 'mute'}>
        {t(`plans.progress.${last.progress}`)}
      </StatePill>{' '}
      <span className="k-dim k-small">{format.date(last.on)}</span>{' '}
      {last.words && <span dir="auto">{last.words}</span>}
    </div>
  )
}

function Uses({ goal }: { goal: PlanGoal }) {
  const t = useT()
  const format = useFormat()
  const [saying, say] = useState<string>()
  const use = goal.uses.find(one => one.id === saying)
  return (
    <>
      {goal.uses.map(one => {
        const title = format.text(one.title)
        return (
          <div key={one.id}>
            <IconBook2 size={18} stroke={1.7} aria-hidden="true" />{' '}
            <Link
              to={
                one.source === 'practice'
                  ? `/exchange/practices/${one.sourceId}`
                  : `/guidance/${one.sourceId}`
              }
            >
              <span lang={title.language}>{title.text}</span>
            </Link>{' '}
            <span className="k-dim k-small">{one.symbol}</span>{' '}
            {one.went ? (
              <StatePill kind={one.went === 'well' ? 'ok' : 'mute'}>{t(`plans.went.${one.went}`)}</StatePill>
            ) : (
              goal.writable && (
                <Button variant="subtle" size="sm" className="k-screen" onClick={() => say(one.id)}>
                  {t('plans.went.say')}
                </Button>
              )
            )}
            {one.words && <div dir="auto">{one.words}</div>}
          </div>
        )
      })}
      <WentDrawer use={use} onClose={() => say(undefined)} />
    </>
  )
}
