/** The strip on top of a case: its joints, and below them the next step with what is there and what is missing. */
import { takeCaseStep } from '@kerege/contract/cases/routes'
import type { Verb } from '@kerege/contract/access/roles'
import type { Case } from '@kerege/contract/cases/schema'
import { type Guard, joint, way } from '@kerege/contract/cases/states'
import { Button } from '@mantine/core'
import { IconCheck, IconCircle, IconLock, IconPencil } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useSend } from '../../api.ts'
import { type Translate, useT } from '../../i18n/useT.tsx'
import { useMay } from '../../shell/session.ts'
import { Card } from '../../ui/Card.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { problemText } from '../../ui/problems.ts'
import { Steps } from '../../ui/Steps.tsx'
import css from './cases.module.css'
import { OtherSteps } from './way/OtherSteps.tsx'
import { type OpenStep, StepDrawer } from './way/StepDrawer.tsx'
import { doText } from './way/words.ts'

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
      <OtherSteps one={one} />
    </Card>
  )
}

function Next({ one, onGive }: Props) {
  const t = useT()
  const take = useSend(takeCaseStep)
  const [saying, say] = useState<OpenStep>()
  const { next } = one
  if (!next) return null
  const step = one.open.find(({ to }) => to === next.to)
  const act = doText(one.state, next.to, t)
  // Nothing to say: one press takes it.
  const begin = (to: OpenStep) =>
    to.reason || to.asks.length > 0
      ? say(to)
      : take.mutate({ input: { params: { id: one.id }, body: { to: to.to, seen: one.version } } })
  return (
    <div className={css.next}>
      <div className={css.words}>
        <div className="k-dim">{t('cases.next')}</div>
        <h2>
          {next.guards.some(({ guard, answer }) => guard === 'worker' && answer === 'missing')
            ? t('cases.give')
            : next.to === 'closed'
              ? t('cases.do.closed')
              : act}
        </h2>
        <div className="k-dim">{turn(one, t)}</div>
      </div>
      {next.guards.length > 0 && (
        <ul className={css.guards}>
          {next.guards.map(({ guard, answer }) => (
            <li key={guard}>
              <Mark answer={answer} />
              <span>
                <span className="k-hidden">{t(`cases.guard.${answer}`)} </span>
                {t(`cases.guard.${guard}`)}
              </span>
              {answer === 'missing' && <Write one={one} guard={guard} />}
            </li>
          ))}
          {/* Answers that a device kept before there was advice have none. */}
          {(next.advised ?? []).map(({ guard, answer }) => (
            <li key={guard}>
              <Mark answer={answer} />
              <span>
                <span className="k-hidden">{t(`cases.guard.${answer}`)} </span>
                {t(`cases.guard.${guard}`)}
                {answer === 'missing' && <span className="k-dim"> ({t('cases.guard.advised')})</span>}
              </span>
              {answer === 'missing' && <Write one={one} guard={guard} />}
            </li>
          ))}
        </ul>
      )}
      {one.mayAssign && !one.worker && next.turn === 'lead' && one.state !== 'follow-up' && (
        <Button onClick={onGive}>{t('cases.give')}</Button>
      )}
      {one.closureId && (
        <Button component={Link} to={`/approvals/${one.closureId}`}>
          {t('cases.closing.open')}
        </Button>
      )}
      {step && (
        <Button loading={take.isPending} onClick={() => begin(step)}>
          {act}
        </Button>
      )}
      {take.isError && (
        <Notice kind="stop" live>
          {problemText(take.error, 'cases')}
        </Notice>
      )}
      <StepDrawer one={one} step={saying} onClose={() => say(undefined)} />
    </div>
  )
}

function turn(one: Case, t: Translate): string {
  if (one.next?.to === 'closed') return t('cases.closing.waits')
  const name = one.next?.turn === 'lead' || !one.worker ? t('cases.turn.leadWho') : one.worker.name
  return t('cases.turn', { name })
}

const icons = { met: IconCheck, missing: IconCircle, shut: IconLock, ask: IconPencil }

function Mark({ answer }: { answer: keyof typeof icons }) {
  const Icon = icons[answer]
  return <Icon className={css[answer] ?? ''} size={18} stroke={1.8} aria-hidden="true" />
}

function whereTo({ id, personId }: Case, guard: Guard): readonly [path: string, verb: Verb] | undefined {
  switch (guard) {
    case 'home':
      return [`/people/${personId}/kinship`, 'people.correct']
    case 'reachable':
    case 'birth':
      return [`/people/${personId}/edit/contact`, 'people.correct']
    case 'consent':
      return [`/sharing/of/${personId}`, 'consents.record']
    case 'intake-form':
      return [`/forms/of/${personId}`, 'casework.write']
    case 'needs':
      return [`/assessments/of/${personId}`, 'assessments.take']
    case 'plan-agreed':
    case 'plan-approved':
    case 'review':
    case 'goals':
      return [`/cases/${id}/plan`, 'plans.read']
    default:
      return undefined
  }
}

/** Where what is missing is written down. */
function Write({ one, guard }: { one: Case; guard: Guard }) {
  const t = useT()
  const may = useMay()
  const [to, verb] = whereTo(one, guard) ?? []
  if (!to || !verb || !may(verb)) return null
  return (
    <Link to={to} aria-label={`${t('cases.guard.write')}: ${t(`cases.guard.${guard}`)}`}>
      {t('cases.guard.write')}
    </Link>
  )
}
