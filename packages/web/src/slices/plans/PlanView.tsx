/** One plan with its goals by domain, and what its worker can do with it now. */
import { actOnPlan, beginPlan } from '@kerege/contract/plans/routes'
import type { CasePlans, Plan, PlanGoal } from '@kerege/contract/plans/schema'
import type { GoalDomain } from '@kerege/contract/plans/domains'
import type { PlanKind } from '@kerege/contract/plans/states'
import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { send, useSend } from '../../api.ts'
import { useFormat } from '../../i18n/useFormat.tsx'
import { useT } from '../../i18n/useT.tsx'
import { useMay } from '../../shell/session.ts'
import { Card } from '../../ui/Card.tsx'
import { newId } from '../../ui/newId.ts'
import { Notice } from '../../ui/Notice.tsx'
import { problemText } from '../../ui/problems.ts'
import { ReasonDialog } from '../../ui/ReasonDialog.tsx'
import { StatePill } from '../../ui/StatePill.tsx'
import { LevelBars } from '../assessments/LevelBars.tsx'
import { readAgain } from './api.ts'
import { AgreeDrawer } from './forms/AgreeDrawer.tsx'
import { CompareDrawer } from './CompareDrawer.tsx'
import { GoalCard } from './GoalCard.tsx'
import { GoalDrawer } from './forms/GoalDrawer.tsx'
import { LeaseNotice } from '../cases/leases/LeaseNotice.tsx'
import { useLease } from '../cases/leases/useLease.ts'
import css from './plans.module.css'
import { PrintDrawer } from './forms/PrintDrawer.tsx'
import { ReviewDrawer } from './forms/ReviewDrawer.tsx'
import { byDomain, lineOf, planPill, unanswered } from './words.ts'

interface Props {
  body: CasePlans
  kind: PlanKind
}

export function PlanView({ body, kind }: Props) {
  const t = useT()
  const plans = kind === 'individual' ? body.plans : body.family
  const { open, current, past } = lineOf(plans)
  const title = kind === 'individual' ? t('plans.own') : t('plans.family')
  return (
    <>
      {open && (
        <OnePlan
          body={body}
          plan={open}
          title={current ? t('plans.next', { title }) : title}
          before={current}
        />
      )}
      {current && (
        <OnePlan
          body={body}
          plan={current}
          title={title}
          before={past.find(one => one.state === 'replaced')}
          writing={open !== undefined}
        />
      )}
      {!open && !current && <None body={body} kind={kind} title={title} />}
    </>
  )
}

function None({ body, kind, title }: Props & { title: string }) {
  const t = useT()
  const begin = useSend(beginPlan)
  const asks = kind === 'individual' ? unanswered(body, undefined) : []
  return (
    <Card title={title} flush>
      <div className={css.lead}>
        <p className="k-dim">{t(kind === 'individual' ? 'plans.none' : 'plans.noneFamily')}</p>
        {asks.map(ask => (
          <Ask key={ask.need} ask={ask} />
        ))}
        {begin.isError && (
          <Notice kind="stop" live>
            {problemText(begin.error, 'plans')}
          </Notice>
        )}
      </div>
      {body.works && (
        <div className={`${css.bar} k-screen`}>
          <Button
            variant={kind === 'individual' ? 'filled' : 'default'}
            loading={begin.isPending}
            onClick={() =>
              begin.mutate(
                { input: { params: { id: body.caseId }, body: { id: newId(), kind } } },
                { onSuccess: readAgain },
              )
            }
          >
            {t(kind === 'individual' ? 'plans.begin' : 'plans.beginFamily')}
          </Button>
        </div>
      )}
    </Card>
  )
}

function Ask({ ask }: { ask: CasePlans['asks'][number] }) {
  const t = useT()
  return (
    <p>
      <LevelBars level={ask.level} /> <strong>{t(`needs.${ask.need}`)}</strong>{' '}
      <span className="k-dim">{t(`needs.level.${ask.level}`)}</span>
      <br />
      <span dir="auto">{ask.reason}</span>
    </p>
  )
}

interface OneProps {
  body: CasePlans
  plan: Plan
  title: string
  before: Plan | undefined
  /** A next version is being written. */
  writing?: boolean
}
type Over = 'agree' | 'review' | 'compare' | 'print' | 'ask' | 'reopen' | 'drop' | 'revise'

function OnePlan({ body, plan, title, before, writing = false }: OneProps) {
  const t = useT()
  const format = useFormat()
  const [over, setOver] = useState<Over>()
  const [goal, write] = useState<{ goal?: PlanGoal; domain?: GoalDomain }>()
  const close = () => setOver(undefined)
  const lease = useLease('plan', plan.id, body.works && plan.state === 'draft')
  const pill = planPill(plan, t)
  const draft = plan.state === 'draft'
  const asks = plan.kind === 'individual' && !writing ? unanswered(body, plan) : []
  const last = plan.agreements.at(-1)
  const note = last
    ? t('plans.agreedOn', { day: format.date(last.on, 'text'), who: last.who })
    : t('plans.version', { n: plan.number })
  const groups = byDomain(plan.goals)
  return (
    <Card flush title={title} note={note} side={<StatePill kind={pill.kind}>{pill.text}</StatePill>}>
      <LeaseNotice lease={lease} />
      <SentBack plan={plan} />
      {plan.why && (
        <div className={css.lead}>
          <span className="k-dim k-small">{t('plans.why')}</span>
          <span dir="auto">{plan.why}</span>
        </div>
      )}
      {groups.length === 0 && asks.length === 0 && (
        <p className={`${css.lead} k-dim`}>{t('plans.noGoals')}</p>
      )}
      {groups.map(([domain, goals]) => (
        <div key={domain}>
          <Domain body={body} domain={domain} />
          {goals.map(one => (
            <GoalCard key={one.id} body={body} plan={plan} goal={one} onWrite={() => write({ goal: one })} />
          ))}
        </div>
      ))}
      {asks.map(ask => (
        <div key={ask.need}>
          <Domain body={body} domain={ask.domain} />
          <div className={css.goal}>
            <p>
              {t('plans.asksGoal')}{' '}
              <span className="k-dim" dir="auto">
                {ask.reason}
              </span>
            </p>
            {draft && body.writable.includes(ask.domain) && (
              <div className={`${css.acts} k-screen`}>
                <Button variant="default" onClick={() => write({ domain: ask.domain })}>
                  {t('plans.goal.add')}
                </Button>
              </div>
            )}
          </div>
        </div>
      ))}
      <Acts
        body={body}
        plan={plan}
        before={before}
        writing={writing}
        open={setOver}
        onAdd={() => write({})}
      />
      <GoalDrawer body={body} plan={plan} asked={goal} onClose={() => write(undefined)} />
      <AgreeDrawer body={body} plan={plan} opened={over === 'agree'} onClose={close} />
      <ReviewDrawer plan={plan} opened={over === 'review'} onClose={close} />
      <PrintDrawer plan={plan} language={body.familyLanguage} opened={over === 'print'} onClose={close} />
      {before && <CompareDrawer before={before} after={plan} opened={over === 'compare'} onClose={close} />}
      <Dialogs body={body} plan={plan} over={over} onClose={close} />
    </Card>
  )
}

function Domain({ body, domain }: { body: CasePlans; domain: GoalDomain }) {
  const t = useT()
  const ask = body.asks.find(one => one.domain === domain)
  return (
    <div className={css.domain}>
      <h3>{t(`domains.${domain}`)}</h3>
      {ask && (
        <span>
          <LevelBars level={ask.level} /> {t(`needs.level.${ask.level}`)}
        </span>
      )}
    </div>
  )
}

/** The words with which it came back stand first, until the family has said yes anew. */
function SentBack({ plan }: { plan: Plan }) {
  const t = useT()
  const last = plan.steps.at(-1)
  if (plan.state !== 'draft' || last?.from !== 'agreed' || !last.reason) return null
  return (
    <div className={css.lead}>
      <Notice kind="wait" title={t('plans.back', { name: last.by.name })}>
        <span dir="auto">{last.reason}</span>
      </Notice>
    </div>
  )
}

interface ActProps extends Omit<OneProps, 'title' | 'writing'> {
  writing: boolean
  open: (over: Over) => void
  onAdd: () => void
}

function Acts({ body, plan, before, writing, open, onAdd }: ActProps) {
  const t = useT()
  const may = useMay()
  const works = body.works && plan.caseId === body.caseId
  const acts: ReactNode[] = []
  const act = (over: Over, text: string, filled = false) =>
    acts.push(
      <Button key={over} variant={filled ? 'filled' : 'default'} onClick={() => open(over)}>
        {text}
      </Button>,
    )
  const whole = plan.goals.length > 0
  // One filled button a page: that of the person's own plan.
  const first = plan.kind === 'individual'
  if (works && plan.state === 'draft' && whole) act('agree', t('plans.agree'), first)
  if (plan.state === 'draft' && body.writable.length > 0) {
    acts.push(
      <Button
        key="add"
        variant={whole || !works || !first ? 'default' : 'filled'}
        leftSection={<IconPlus size={18} stroke={1.7} />}
        onClick={onAdd}
      >
        {t('plans.goal.add')}
      </Button>,
    )
  }
  if (works && plan.state === 'agreed' && !plan.waits) {
    act('ask', t('plans.ask'), first)
    act('agree', t('plans.agreeMore'))
    act('reopen', t('plans.reopen'))
  }
  if (plan.approvalId) {
    acts.push(
      <Button
        key="approval"
        variant={may('plans.approve') ? 'filled' : 'default'}
        component={Link}
        to={`/approvals/${plan.approvalId}`}
      >
        {t('plans.openApproval')}
      </Button>,
    )
  }
  if (works && plan.state === 'current') {
    act('review', t('plans.review'), first && !writing)
    if (!writing) act('revise', t('plans.revise'))
  }
  if (before) act('compare', t('plans.compare'))
  if (plan.state === 'current' || plan.state === 'agreed') act('print', t('plans.print'))
  if (works && plan.state === 'draft') act('drop', t('plans.drop'))
  return acts.length > 0 ? <div className={`${css.bar} k-screen`}>{acts}</div> : null
}

function Dialogs({
  body,
  plan,
  over,
  onClose,
}: {
  body: CasePlans
  plan: Plan
  over: Over | undefined
  onClose: () => void
}) {
  const t = useT()
  const step = (act: 'ask' | 'reopen' | 'drop') => async (reason: string) => {
    await send(actOnPlan, { params: { id: plan.id }, body: { act, reason, seen: plan.version } })
    readAgain()
  }
  return (
    <>
      {(['ask', 'reopen', 'drop'] as const).map(act => (
        <ReasonDialog
          key={act}
          opened={over === act}
          onClose={onClose}
          title={t(`plans.${act}.title`)}
          consequence={t(`plans.${act}.text`)}
          act={t(`plans.${act}`)}
          grave={act === 'drop'}
          slice="plans"
          onAct={step(act)}
        />
      ))}
      <ReasonDialog
        opened={over === 'revise'}
        onClose={onClose}
        title={t('plans.revise.title')}
        consequence={t('plans.revise.text')}
        act={t('plans.revise')}
        grave={false}
        slice="plans"
        onAct={async reason => {
          await send(beginPlan, {
            params: { id: body.caseId },
            body: { id: newId(), kind: plan.kind, reason },
          })
          readAgain()
        }}
      />
    </>
  )
}
