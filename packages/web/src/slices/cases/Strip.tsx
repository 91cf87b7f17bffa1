/** The strip on top of a case: its joints, and below them the next step with what is there and what is missing. */
import { takeCaseStep } from '@kerege/contract/cases/routes'
import type { Case } from '@kerege/contract/cases/schema'
import { type CaseState, type Guard, joint, way } from '@kerege/contract/cases/states'
import { Button } from '@mantine/core'
import { IconCheck, IconCircle, IconLock } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useSend } from '../../api.ts'
import { useT } from '../../i18n/useT.tsx'
import { useMay } from '../../shell/session.ts'
import { Card } from '../../ui/Card.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { problemText } from '../../ui/problems.ts'
import { Steps } from '../../ui/Steps.tsx'
import css from './cases.module.css'

interface Props {
  one: Case
  onGive: () => void
}

export function Strip({ one, onGive }: Props) {
  const t = useT()
  const here = joint(one.state)
  return (
    <Card flush>
      {here && (
        <div className={css.strip}>
          <Steps
            label={t('cases.strip')}
            here={here}
            steps={way.map(state => ({ id: state, word: t(`cases.state.${state}`) }))}
          />
        </div>
      )}
      {one.next && <Next one={one} onGive={onGive} />}
    </Card>
  )
}

/** What can be begun by a button of its own; other steps have theirs elsewhere. */
const begun = (to: CaseState): to is 'intake' => to === 'intake'

function Next({ one, onGive }: Props) {
  const t = useT()
  const take = useSend(takeCaseStep)
  const { next } = one
  if (!next) return null
  const gathering = !begun(next.to)
  const asked = next.guards.filter(
    ({ guard, answer }) => !gathering || guard !== 'worker' || answer !== 'met',
  )
  const missing = asked.some(({ answer }) => answer === 'missing')
  const who = next.turn === 'lead' || !one.worker ? t('cases.turn.leadWho') : one.worker.name
  return (
    <div className={css.next}>
      <div className={css.words}>
        <div className="k-dim">{t('cases.next')}</div>
        <h2>
          {next.turn === 'lead' ? t('cases.give') : gathering ? t('cases.gathers') : t('cases.do.intake')}
        </h2>
        <div className="k-dim">{t('cases.turn', { name: who })}</div>
      </div>
      <div>
        <ul className={css.guards}>
          {asked.map(({ guard, answer }) => (
            <li key={guard}>
              <Mark answer={answer} />
              <span>
                <span className="k-hidden">{t(`cases.guard.${answer}`)} </span>
                {t(known(guard))}
              </span>
              {answer === 'missing' && <Write one={one} guard={guard} />}
            </li>
          ))}
        </ul>
        {gathering && !missing && <p className="k-dim">{t('cases.gathered')}</p>}
      </div>
      {one.mayAssign && next.turn === 'lead' && <Button onClick={onGive}>{t('cases.give')}</Button>}
      {begun(next.to) && one.open.some(({ to }) => to === next.to) && (
        <Button
          loading={take.isPending}
          onClick={() => take.mutate({ input: { params: { id: one.id }, body: { to: next.to } } })}
        >
          {t('cases.do.intake')}
        </Button>
      )}
      {take.isError && (
        <Notice kind="stop" live>
          {problemText(take.error, 'cases')}
        </Notice>
      )}
    </div>
  )
}

const icons = { met: IconCheck, missing: IconCircle, shut: IconLock }

function Mark({ answer }: { answer: keyof typeof icons }) {
  const Icon = icons[answer]
  return <Icon className={css[answer] ?? ''} size={18} stroke={1.8} aria-hidden="true" />
}

const written = ['worker', 'reachable', 'home', 'birth'] as const
type Written = (typeof written)[number]

/** Guards that nothing answers yet are not asked here at all. */
const known = (guard: Guard) =>
  `cases.guard.${written.find(one => one === guard) ?? 'worker'}` as `cases.guard.${Written}`

/** Where what is missing is written down. */
function Write({ one, guard }: { one: Case; guard: Guard }) {
  const t = useT()
  const may = useMay()
  if (guard === 'worker' || !may('people.correct')) return null
  const to = guard === 'home' ? `/people/${one.personId}/kinship` : `/people/${one.personId}/edit/contact`
  return (
    <Link to={to} aria-label={`${t('cases.guard.write')}: ${t(known(guard))}`}>
      {t('cases.guard.write')}
    </Link>
  )
}
