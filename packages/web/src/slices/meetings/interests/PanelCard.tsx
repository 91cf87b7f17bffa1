/** A panel: who sits, what each thinks, the decision, and who sees it differently beside it. */
import { actOnPanel } from '@kerege/contract/meetings/interestRoutes'
import type { Interests, Member, Panel } from '@kerege/contract/meetings/interests'
import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { send } from '../../../api.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { useSession } from '../../../shell/session.ts'
import { Card } from '../../../ui/Card.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { ReasonDialog } from '../../../ui/ReasonDialog.tsx'
import { StatePill } from '../../../ui/StatePill.tsx'
import { readAgain } from '../api.ts'
import { DoneList } from '../DoneList.tsx'
import css from '../meetings.module.css'
import { OpinionDrawer } from './OpinionDrawer.tsx'
import { ProposeDrawer } from './ProposeDrawer.tsx'

const kinds = { called: 'wait', proposed: 'wait', decided: 'ok', dropped: 'mute' } as const
type Over = 'opinion' | 'propose' | 'take-back' | 'drop'

export function PanelCard({ one, panel }: { one: Interests; panel: Panel }) {
  const t = useT()
  const format = useFormat()
  const { account } = useSession()
  const [over, setOver] = useState<Over>()
  const close = () => setOver(undefined)
  const mine = panel.members.find(it => it.account.id === account.id)
  return (
    <>
      {panel.decision && panel.state !== 'dropped' && <Decision one={one} panel={panel} />}
      <Card
        flush
        title={t('interests.panel')}
        note={t('meetings.when', { day: format.date(panel.day, 'text'), time: panel.time })}
        side={<StatePill kind={kinds[panel.state]}>{t(`interests.panel.${panel.state}`)}</StatePill>}
      >
        <SentBack panel={panel} />
        <ul className={css.rows}>
          {panel.members.map(it => (
            <Seat key={it.id} one={one} member={it} panel={panel} />
          ))}
        </ul>
        <Acts panel={panel} mine={mine} open={setOver} />
      </Card>
      <OpinionDrawer one={one} panel={panel} mine={mine} opened={over === 'opinion'} onClose={close} />
      <ProposeDrawer one={one} panel={panel} opened={over === 'propose'} onClose={close} />
      {(['take-back', 'drop'] as const).map(act => (
        <ReasonDialog
          key={act}
          opened={over === act}
          onClose={close}
          title={t(`interests.panel.${act}.title`)}
          consequence={t(`interests.panel.${act}.text`)}
          act={t(`interests.panel.${act}`)}
          grave={false}
          slice="meetings"
          onAct={async reason => {
            await send(actOnPanel, { params: { id: panel.id }, body: { act, seen: panel.version, reason } })
            readAgain()
          }}
        />
      ))}
    </>
  )
}

function Decision({ one, panel }: { one: Interests; panel: Panel }) {
  const t = useT()
  const format = useFormat()
  const { decision } = panel
  if (!decision) return null
  const option = one.content.options.find(it => it.id === decision.option)
  return (
    <Card
      flush
      title={t('interests.decision')}
      note={
        decision.at
          ? t('interests.decidedOn', { day: format.date(decision.at, 'text') })
          : t('interests.notYet', { n: panel.quorum })
      }
      foot={t('interests.lookAgain', { day: format.date(decision.reviewOn, 'text') })}
    >
      <div className={css.lead}>
        <strong dir="auto">{option?.words}</strong>
        <p dir="auto" className={css.text}>
          {decision.words}
        </p>
      </div>
      <div className={css.lead}>
        <strong>{t('interests.decisionReasons')}</strong>
        <p dir="auto" className={css.text}>
          {decision.reasons}
        </p>
      </div>
      {decision.followUps.length > 0 && (
        <>
          <h3 className={css.lead}>{t('interests.followUps')}</h3>
          <DoneList rows={decision.followUps} />
        </>
      )}
    </Card>
  )
}

/** The words with which it came back stand first, until it is written down anew. */
function SentBack({ panel }: { panel: Panel }) {
  const t = useT()
  const last = panel.steps.at(-1)
  if (panel.state !== 'called' || last?.from !== 'proposed' || !last.reason) return null
  return (
    <div className={css.lead}>
      <Notice kind="wait" title={t('interests.panel.back', { name: last.by.name })}>
        <span dir="auto">{last.reason}</span>
      </Notice>
    </div>
  )
}

function Seat({ one, member, panel }: { one: Interests; member: Member; panel: Panel }) {
  const t = useT()
  const format = useFormat()
  const option = one.content.options.find(it => it.id === member.option)
  return (
    <li className={css.row}>
      <div className={css.head}>
        <strong>
          <bdi>{member.account.name}</bdi>
        </strong>
        {member.agreed && <StatePill kind="ok">{t('interests.agreed')}</StatePill>}
        {member.dissents && <StatePill kind="wait">{t('interests.dissents')}</StatePill>}
        {!member.saidAt && panel.state === 'called' && (
          <StatePill kind="mute">{t('interests.opinion.none')}</StatePill>
        )}
      </div>
      <span className="k-dim k-small">
        {[
          ...(member.leads ? [t('interests.leads')] : []),
          t(`access.role.${member.role}`),
          format.text(member.agency).text,
        ].join(' · ')}
      </span>
      {option && (
        <span dir="auto">
          <span className="k-dim">{t('interests.opinion.for')}</span> {option.words}
        </span>
      )}
      {member.words && (
        <span dir="auto" className={css.quote}>
          {member.words}
        </span>
      )}
      {member.dissentWords && (
        <>
          <strong>{t('interests.dissentWords')}</strong>
          <span dir="auto" className={css.quote}>
            {member.dissentWords}
          </span>
        </>
      )}
    </li>
  )
}

function Acts({ panel, mine, open }: { panel: Panel; mine: Member | undefined; open: (over: Over) => void }) {
  const t = useT()
  const said = panel.members.filter(it => it.saidAt).length
  const votes = panel.state === 'proposed' && panel.approvalId && panel.maySay && !mine?.dissents
  if (!panel.maySay && !panel.mayWrite) return null
  return (
    <div className={`${css.bar} k-screen`}>
      {votes && (
        <Button component={Link} to={`/approvals/${panel.approvalId}`}>
          {t('interests.vote')}
        </Button>
      )}
      {panel.maySay && (
        <Button variant={votes ? 'default' : 'filled'} onClick={() => open('opinion')}>
          {t(panel.state === 'proposed' ? 'interests.opinion.differs' : 'interests.opinion')}
        </Button>
      )}
      {panel.mayWrite && panel.state === 'called' && said >= panel.quorum && (
        <Button onClick={() => open('propose')}>{t('interests.propose')}</Button>
      )}
      {panel.mayWrite && (
        <Button variant="default" onClick={() => open(panel.state === 'called' ? 'drop' : 'take-back')}>
          {t(panel.state === 'called' ? 'interests.panel.drop' : 'interests.panel.take-back')}
        </Button>
      )}
      {panel.mayWrite && panel.state === 'called' && said < panel.quorum && (
        <p className="k-dim">{t('interests.propose.waits', { said, n: panel.quorum })}</p>
      )}
    </div>
  )
}
