/** The plan of a case: what the family wants, what is done for it, who said yes, how it goes; and the plan of the family. */
import type { CasePlans } from '@kerege/contract/plans/schema'
import { Link, useParams } from '@tanstack/react-router'
import { useT } from '../../i18n/useT.tsx'
import { Answered } from '../../ui/Answered.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { StatePill } from '../../ui/StatePill.tsx'
import { useMay } from '../../shell/session.ts'
import { usePlans } from './api.ts'
import { PlanAside } from './PlanAside.tsx'
import { PlaceCard } from './PlaceCard.tsx'
import { PlanView } from './PlanView.tsx'
import { lineOf, planPill } from './words.ts'

export function PlanPage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  return <Answered query={usePlans(id)}>{({ body }) => <OnePlan key={body.caseId} body={body} />}</Answered>
}

function OnePlan({ body }: { body: CasePlans }) {
  const t = useT()
  const may = useMay()
  const { open, current } = lineOf(body.plans)
  const shown = open ?? current
  const pill = shown && planPill(shown, t)
  return (
    <>
      <PageHead
        title={t('plans.title')}
        shown={<bdi>{body.person}</bdi>}
        eyebrow={
          may('cases.read') ? (
            <>
              <Link to={`/cases/${body.caseId}`}>{t('plans.toCase')}</Link> · {t('plans.title')}
            </>
          ) : (
            <>
              <Link to={`/people/${body.personId}`}>{t('plans.toPerson')}</Link> · {t('plans.title')}
            </>
          )
        }
        facts={[
          ...(pill
            ? [
                <StatePill key="state" kind={pill.kind}>
                  {pill.text}
                </StatePill>,
              ]
            : []),
          ...(shown ? [t('plans.version', { n: shown.number })] : []),
        ]}
      />
      {/* With nothing to stand beside it, the plan takes the room. */}
      <div className={body.plans.length + body.family.length > 0 ? 'k-aside' : 'k-stack'}>
        <div className="k-stack">
          <PlanView body={body} kind="individual" />
          {(body.household || body.family.length > 0) && <PlanView body={body} kind="family" />}
          <PlaceCard caseId={body.caseId} />
        </div>
        {body.plans.length + body.family.length > 0 && <PlanAside body={body} />}
      </div>
    </>
  )
}
