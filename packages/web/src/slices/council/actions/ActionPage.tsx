/** One promise: who, until when, by what one sees it, and everything its owner reported. */
import { getAction } from '@kerege/contract/council/actionRoutes'
import type { Action } from '@kerege/contract/council/actions'
import { Button } from '@mantine/core'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useGet } from '../../../api.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { useMay } from '../../../shell/session.ts'
import { Answered } from '../../../ui/Answered.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Facts } from '../../../ui/Facts.tsx'
import { Joint } from '../../../ui/Joint.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import { CitedPractices } from '../citations/CitedPractices.tsx'
import css from '../council.module.css'
import { LinkedOffers } from '../offers/LinkedOffers.tsx'
import { PartyLabel, Said, SaidFully } from '../parts/Said.tsx'
import { PlanLink } from '../plans/PlanLink.tsx'
import { ActionLinks } from './ActionLinks.tsx'
import { Owner } from './ActionsPage.tsx'
import { MakeDrawer } from './MakeDrawer.tsx'
import { ReportDrawer } from './ReportDrawer.tsx'
import { ActionState } from './state.tsx'

export function ActionPage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  return (
    <Answered query={useGet(getAction, { params: { id } })}>
      {({ body }) => <OneAction action={body} />}
    </Answered>
  )
}

function OneAction({ action }: { action: Action }) {
  const t = useT()
  const format = useFormat()
  const may = useMay()
  const [over, setOver] = useState<'report' | 'carry'>()
  const close = () => setOver(undefined)
  return (
    <>
      <PageHead
        title={format.text(action.title).text}
        eyebrow={<Link to="/actions">{t('council.actions')}</Link>}
        facts={[
          <ActionState key="state" action={action} />,
          <Owner key="owner" row={action} />,
          format.date(action.due, 'text'),
        ]}
        acts={
          <>
            {may('council.prepare') && (
              <Button variant="default" onClick={() => setOver('carry')}>
                {t('council.action.carry')}
              </Button>
            )}
            {action.mayReport && (
              <Button onClick={() => setOver('report')}>{t('council.action.report')}</Button>
            )}
          </>
        }
      />
      <div className="k-aside">
        <div className="k-stack">
          {action.measure && (
            <Card title={t('council.action.measure')}>
              <SaidFully text={action.measure} />
            </Card>
          )}
          <Reports action={action} />
          <ActionLinks actionId={action.id} />
          <CitedPractices source={{ kind: 'action', id: action.id }} />
          <LinkedOffers of={{ actionId: action.id }} />
        </div>
        <aside className="k-stack" aria-label={t('council.facts')}>
          <Card title={t('council.facts')}>
            <Facts
              facts={[
                ...(action.decision
                  ? [
                      [
                        t('council.item.decision'),
                        <Link key="decision" to={`/decisions/${action.decision.id}`}>
                          {action.decision.symbol ?? <Said text={action.decision.title} />}
                        </Link>,
                      ] as const,
                    ]
                  : []),
                [t('council.action.seenLabel'), t('council.action.seenN', { n: action.seen })],
                ...(action.externalPlan
                  ? [[t('council.plan'), <PlanLink key="plan" name={action.externalPlan} />] as const]
                  : []),
                ...(action.carriesOn
                  ? [
                      [
                        t('council.action.carriesOn'),
                        <Link key="before" to={`/actions/${action.carriesOn.id}`}>
                          <Said text={action.carriesOn.title} />
                        </Link>,
                      ] as const,
                    ]
                  : []),
                ...action.carriedOnBy.map(
                  one =>
                    [
                      t('council.action.carriedOn'),
                      <Link key={one.id} to={`/actions/${one.id}`}>
                        <Said text={one.title} />
                      </Link>,
                    ] as const,
                ),
              ]}
            />
          </Card>
        </aside>
      </div>
      <ReportDrawer action={action} opened={over === 'report'} onClose={close} />
      <MakeDrawer carriesOn={action.id} opened={over === 'carry'} onClose={close} />
    </>
  )
}

function Reports({ action }: { action: Action }) {
  const t = useT()
  const format = useFormat()
  return (
    <Card title={t('council.action.reports')}>
      {action.reports.length === 0 ? (
        <p className="k-dim">{t('council.action.noReports')}</p>
      ) : (
        <ol className={css.passed}>
          {action.reports.map((one, at) => (
            <li key={one.id}>
              <Joint state={at === 0 ? 'here' : 'done'} />
              <div>
                <strong>{t(`council.action.${one.state}`)}</strong>
                {one.party && (
                  <>
                    {' · '}
                    <PartyLabel party={one.party} />
                  </>
                )}
                <p dir="auto">{one.words}</p>
                {one.evidence && (
                  <p className="k-dim" dir="auto">
                    {t('council.action.evidence')}: {one.evidence}
                  </p>
                )}
                <div className="k-dim k-small">
                  {one.by} · {format.date(one.at, 'exact')}
                  {one.session && (
                    <>
                      {' · '}
                      <Said text={one.session.title} />
                    </>
                  )}
                </div>
              </div>
            </li>
          ))}
        </ol>
      )}
    </Card>
  )
}
