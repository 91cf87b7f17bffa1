/** One request: what is asked, what follows for people, why, who decides, and the two answers. */
import type { Approval } from '@kerege/contract/approvals/schema'
import { Link, useParams } from '@tanstack/react-router'
import { type ComponentType, lazy, Suspense, useState } from 'react'
import { useFormat } from '../../i18n/useFormat.tsx'
import { useT } from '../../i18n/useT.tsx'
import { Answered } from '../../ui/Answered.tsx'
import { Card } from '../../ui/Card.tsx'
import { Facts } from '../../ui/Facts.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { ApprovalState } from './ApprovalState.tsx'
import { useApproval } from './api.ts'
import css from './approvals.module.css'
import { DecisionSteps } from './DecisionSteps.tsx'
import { Deciding } from './Deciding.tsx'
import { DelegateDrawer } from './DelegateDrawer.tsx'
import { Subject } from './Subject.tsx'
import { WithdrawDialog } from './WithdrawDialog.tsx'
import { askedText, consequenceText, isGrave } from './words.ts'

// What a request is about, where more is to be seen than its words: only who decides on such needs it.
const about: Readonly<Record<string, ComponentType<{ approval: Approval }>>> = {
  'account-hats': lazy(() => import('../administration/WhichHats.tsx')),
  'lesson-offer': lazy(() => import('../lessons/WhatLeaves.tsx')),
  'family-division': lazy(() => import('../repatriation/apart/WhoApart.tsx')),
}

export function ApprovalPage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  return (
    <Answered query={useApproval(id)}>
      {({ body, etag }) => <OneApproval approval={body} etag={etag ?? ''} />}
    </Answered>
  )
}

export type Over = 'approve' | 'refuse' | 'delegate' | 'withdraw'

function OneApproval({ approval, etag }: { approval: Approval; etag: string }) {
  const t = useT()
  const format = useFormat()
  const [over, setOver] = useState<Over>()
  const close = () => setOver(undefined)
  const asked = askedText(approval.kind, t)
  const About = about[approval.kind]
  return (
    <>
      <PageHead
        title={asked}
        eyebrow={<Link to="/approvals">{t('approvals.title')}</Link>}
        facts={[
          <ApprovalState key="state" approval={approval} />,
          ...(approval.subject
            ? [<Subject key="subject" approval={approval} name={approval.subject} />]
            : []),
        ]}
      />
      <div className="k-aside">
        <div className="k-stack">
          {approval.state === 'pending' && (
            <Card title={t('approvals.follows')} stop={isGrave(approval.kind)}>
              <div className={css.follows}>
                <p className="k-read">{consequenceText(approval.kind, t)}</p>
                <Deciding approval={approval} etag={etag} over={over} open={setOver} />
              </div>
            </Card>
          )}
          {About && (
            <Suspense fallback={null}>
              <About approval={approval} />
            </Suspense>
          )}
          <Card
            title={t('approvals.reason')}
            note={t('approvals.byWhen', {
              name: approval.askedBy.name,
              when: format.date(approval.askedAt, 'text'),
            })}
          >
            {approval.reason ? (
              <p className="k-read" dir="auto">
                {t('approvals.quote', { text: approval.reason })}
              </p>
            ) : (
              <Notice kind="seal">{t('approvals.reasonGone')}</Notice>
            )}
          </Card>
          <Card title={t('approvals.steps')}>
            <DecisionSteps approval={approval} />
          </Card>
        </div>
        <aside className="k-stack" aria-label={t('approvals.facts')}>
          <Card title={t('approvals.facts')}>
            <Facts
              facts={[
                [t('approvals.by'), approval.askedBy.name],
                [t('approvals.at'), format.date(approval.askedAt)],
                ...(approval.state === 'pending' && approval.deadline
                  ? [[t('approvals.until'), format.date(approval.deadline, 'text')] as const]
                  : []),
                ...(approval.closedAt
                  ? [[t('approvals.closedAt'), format.date(approval.closedAt)] as const]
                  : []),
              ]}
            />
          </Card>
        </aside>
      </div>
      <DelegateDrawer approval={approval} etag={etag} opened={over === 'delegate'} onClose={close} />
      <WithdrawDialog approval={approval} etag={etag} opened={over === 'withdraw'} onClose={close} />
    </>
  )
}
