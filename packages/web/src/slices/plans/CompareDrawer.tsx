/** Two versions of a plan, goal by goal: what is new, what changed and how, what is gone. */
import { changesOf, type GoalField } from '@kerege/contract/plans/changes'
import type { Plan, PlanGoal } from '@kerege/contract/plans/schema'
import { useFormat } from '../../i18n/useFormat.tsx'
import { useT } from '../../i18n/useT.tsx'
import { Drawer } from '../../ui/Drawer.tsx'
import { StatePill } from '../../ui/StatePill.tsx'
import css from './plans.module.css'

interface Props {
  before: Plan
  after: Plan
  opened: boolean
  onClose: () => void
}

export function CompareDrawer({ opened, onClose, ...both }: Props) {
  const t = useT()
  return (
    <Drawer opened={opened} onClose={onClose} title={t('plans.compare')}>
      {opened && <Changes {...both} />}
    </Drawer>
  )
}

const kinds = { new: 'info', changed: 'wait', gone: 'mute', same: 'mute' } as const

function Changes({ before, after }: Pick<Props, 'before' | 'after'>) {
  const t = useT()
  return (
    <div className="k-stack">
      <p className="k-dim">{t('plans.compareText', { before: before.number, after: after.number })}</p>
      <ul className={css.list}>
        {changesOf(before, after).map(({ thread, what, before: old, after: fresh, fields }) => {
          const goal = fresh ?? old
          if (!goal) return null
          return (
            <li key={thread}>
              <span>
                <StatePill kind={kinds[what]}>{t(`plans.change.${what}`)}</StatePill>
              </span>
              <strong lang={goal.language} dir="auto">
                {t('plans.quote', { text: goal.words })}
              </strong>
              {old &&
                fresh &&
                fields.map(field => <Field key={field} field={field} before={old} after={fresh} />)}
            </li>
          )
        })}
      </ul>
    </div>
  )
}

function Field({ field, before, after }: { field: GoalField; before: PlanGoal; after: PlanGoal }) {
  const t = useT()
  const format = useFormat()
  const value = (goal: PlanGoal): string => {
    switch (field) {
      case 'domain':
        return t(`domains.${goal.domain}`)
      case 'due':
        return format.date(goal.due)
      case 'owner':
        return goal.owner.name
      case 'actions':
        return goal.actions
          .map(one => [one.words, ...(one.due ? [format.date(one.due)] : [])].join(', '))
          .join('; ')
      default:
        return goal[field] ?? '–'
    }
  }
  return (
    <div className={css.compare}>
      <div>
        <div className="k-dim k-small">
          {t(`plans.field.${field}`)}: {t('plans.before')}
        </div>
        <del dir="auto">{value(before)}</del>
      </div>
      <div>
        <div className="k-dim k-small">
          {t(`plans.field.${field}`)}: {t('plans.now')}
        </div>
        <ins dir="auto">{value(after)}</ins>
      </div>
    </div>
  )
}
