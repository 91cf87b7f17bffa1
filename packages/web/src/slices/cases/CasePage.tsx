/** One case: where it stands, what the next step asks and whose turn it is; then the work, and what happened so far. */
import { handBackCase } from '@kerege/contract/cases/routes'
import type { Case } from '@kerege/contract/cases/schema'
import { isOver } from '@kerege/contract/cases/states'
import { Button } from '@mantine/core'
import { IconFolder, IconUser, IconUserShare } from '@tabler/icons-react'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useSend } from '../../api.ts'
import { useFormat } from '../../i18n/useFormat.tsx'
import { useT } from '../../i18n/useT.tsx'
import { Answered } from '../../ui/Answered.tsx'
import { useAreas } from '../../ui/form/useAreas.ts'
import { Notice } from '../../ui/Notice.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { ReasonDialog } from '../../ui/ReasonDialog.tsx'
import { StatePill } from '../../ui/StatePill.tsx'
import { toast } from '../../ui/toasts.ts'
import { PersonAssessments } from '../assessments/PersonAssessments.tsx'
import { PersonConcerns } from '../casework/concerns/PersonConcerns.tsx'
import { type Happening, Timeline } from '../casework/notes/Timeline.tsx'
import { PersonObstacles } from '../casework/obstacles/PersonObstacles.tsx'
import { PersonFlags } from '../casework/flags/PersonFlags.tsx'
import { PersonAppointments } from '../casework/visits/PersonAppointments.tsx'
import { PersonEntitlements } from '../entitlements/PersonEntitlements.tsx'
import { CameFrom } from '../fhir/CameFrom.tsx'
import { CaseFhir } from '../fhir/CaseFhir.tsx'
import { CaseLessons } from '../lessons/CaseLessons.tsx'
import { CaseMeetings } from '../meetings/CaseMeetings.tsx'
import { CasePlan } from '../plans/CasePlan.tsx'
import { PersonForms } from '../forms/PersonForms.tsx'
import { PersonReferrals } from '../referrals/PersonReferrals.tsx'
import { PersonSharing } from '../consents/PersonSharing.tsx'
import { PersonRights } from '../rights/PersonRights.tsx'
import { CaseTransfers } from '../transfers/CaseTransfers.tsx'
import { CaseSituation } from '../situation/CaseSituation.tsx'
import { SubjectTasks } from '../tasks/SubjectTasks.tsx'
import { useCase } from './api.ts'
import { CaseFacts } from './CaseFacts.tsx'
import css from './cases.module.css'
import { GiveDrawer } from './GiveDrawer.tsx'
import { Parts } from './Parts.tsx'
import { Looks } from './way/Looks.tsx'
import { Strip } from './Strip.tsx'
import { past, stateKind } from './words.ts'

export function CasePage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  return <Answered query={useCase(id)}>{({ body }) => <OneCase key={body.id} one={body} />}</Answered>
}

function OneCase({ one }: { one: Case }) {
  const t = useT()
  const format = useFormat()
  const areas = useAreas()
  const [giving, give] = useState(false)
  const steps = useSteps(one)
  return (
    <>
      <PageHead
        title={t('cases.one', { number: one.number })}
        shown={<bdi>{one.person}</bdi>}
        eyebrow={<Eyebrow one={one} />}
        facts={[
          <StatePill key="state" kind={stateKind(one)}>
            {t(`cases.state.${one.state}`)}
          </StatePill>,
          format.date(one.since, 'text'),
          areas.name(one.area),
        ]}
        acts={<Acts one={one} onGive={() => give(true)} />}
      />
      {one.mergedInto && (
        <Notice
          kind="info"
          act={
            <Button variant="default" component={Link} to={`/cases/${one.mergedInto}`}>
              {t('cases.openOne')}
            </Button>
          }
        >
          {t('cases.merged')}
        </Notice>
      )}
      {isOver(one.state) && !one.mergedInto && <Notice kind="info">{t('cases.over')}</Notice>}
      {one.workerGone && one.worker && (
        <Notice kind="wait">{t('cases.gone', { name: one.worker.name })}</Notice>
      )}
      <PersonFlags personId={one.personId} />
      {!isOver(one.state) && <Strip one={one} onGive={() => give(true)} />}
      <div className="k-aside">
        <Parts
          now={
            <>
              <Looks one={one} />
              <PersonObstacles personId={one.personId} />
              <SubjectTasks subjectId={one.personId} />
              <PersonAppointments personId={one.personId} />
            </>
          }
          needs={
            <>
              <PersonForms personId={one.personId} />
              <PersonAssessments personId={one.personId} />
              <PersonConcerns personId={one.personId} />
              <CaseSituation personId={one.personId} />
              <PersonEntitlements personId={one.personId} />
            </>
          }
          help={
            <>
              <CasePlan caseId={one.id} />
              <PersonReferrals personId={one.personId} />
              <CaseMeetings caseId={one.id} />
            </>
          }
          past={
            <>
              <CaseLessons one={one} />
              <Timeline personId={one.personId} steps={steps} />
            </>
          }
          others={
            <>
              <PersonSharing personId={one.personId} />
              <CaseTransfers caseId={one.id} />
              <PersonRights personId={one.personId} />
            </>
          }
        />
        <div className="k-stack">
          <CaseFacts one={one} />
          <CameFrom personId={one.personId} />
          <CaseFhir caseId={one.id} />
        </div>
      </div>
      <GiveDrawer ids={[one.id]} opened={giving} onClose={() => give(false)} />
    </>
  )
}

function Eyebrow({ one }: { one: Case }) {
  const t = useT()
  return (
    <>
      <Link to="/cases">{t('cases.title')}</Link>
      {` · ${t('cases.one', { number: one.number })}`}
      {one.household && (
        <>
          {' · '}
          <bdi>{one.household}</bdi>
        </>
      )}
    </>
  )
}

function Acts({ one, onGive }: { one: Case; onGive: () => void }) {
  const t = useT()
  const navigate = useNavigate()
  const [back, handBack] = useState(false)
  const send = useSend(handBackCase)
  return (
    <>
      <Button
        variant="default"
        component={Link}
        to={`/people/${one.personId}`}
        leftSection={<IconUser size={18} stroke={1.7} />}
      >
        {t('cases.openPerson')}
      </Button>
      {/* Without a worker the same act is the next step, and stands there. */}
      {one.mayAssign && one.worker && (
        <Button variant="default" leftSection={<IconUserShare size={18} stroke={1.7} />} onClick={onGive}>
          {t('cases.give')}
        </Button>
      )}
      {one.mayHandBack && (
        <Button variant="default" onClick={() => handBack(true)}>
          {t('cases.back')}
        </Button>
      )}
      <ReasonDialog
        opened={back}
        onClose={() => handBack(false)}
        title={t('cases.back.title')}
        consequence={t('cases.back.text')}
        told={t('cases.back.told')}
        keep={t('cases.back.keep')}
        act={t('cases.back.act')}
        grave={false}
        slice="cases"
        onAct={async reason => {
          await send.mutateAsync({ input: { params: { id: one.id }, body: { reason } } })
          toast(t('cases.back.done'))
          // The case may not be open to them any more.
          void navigate({ to: '/cases' })
        }}
      />
    </>
  )
}

/** Its steps, givings, how the family came, and what was found when somebody looked in, for the line of what happened. */
function useSteps(one: Case): Happening[] {
  const t = useT()
  const format = useFormat()
  return past(one, t).map(({ id, at, by, what, reason, said }) => ({
    id,
    at,
    show: (
      <>
        <IconFolder size={20} stroke={1.7} aria-hidden="true" />
        <div className={css.happening}>
          <div>{what}</div>
          {said.map(({ guard, words }) => (
            <div key={guard} className={css.said}>
              <span className="k-dim k-small">{t(`cases.said.${guard}`)}</span>
              <span dir="auto">{words}</span>
            </div>
          ))}
          {reason && <div dir="auto">{reason}</div>}
          <div className="k-dim k-small">
            {t('cases.past.byWhom', { name: by, day: format.date(at, 'text') })}
          </div>
        </div>
      </>
    ),
  }))
}
