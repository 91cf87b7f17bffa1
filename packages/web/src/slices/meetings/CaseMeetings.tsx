/** Conferences about a family and what was found to be best for a child, on the page of the case, as far as each is open to the reader. */
import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useFormat } from '../../i18n/useFormat.tsx'
import { useT } from '../../i18n/useT.tsx'
import { useMay } from '../../shell/session.ts'
import { Card } from '../../ui/Card.tsx'
import { StatePill } from '../../ui/StatePill.tsx'
import { useCaseConferences, useCaseInterests } from './api.ts'
import { PlanDrawer } from './conferences/PlanDrawer.tsx'
import { WriteDrawer } from './interests/WriteDrawer.tsx'
import css from './meetings.module.css'
import { conferencePill, interestPill } from './words.ts'

export function CaseMeetings({ caseId }: { caseId: string }) {
  const may = useMay()
  return (
    <>
      {may('casework.read') && <Conferences caseId={caseId} />}
      {may('interests.read') && <BestInterests caseId={caseId} />}
    </>
  )
}

function Conferences({ caseId }: { caseId: string }) {
  const t = useT()
  const format = useFormat()
  const [planning, plan] = useState(false)
  const body = useCaseConferences(caseId).data?.body
  if (!body || (body.rows.length === 0 && body.mayCall.length === 0)) return null
  return (
    <Card
      flush
      title={t('meetings.conferences')}
      count={body.rows.length}
      side={
        body.mayCall.length > 0 && (
          <Button
            variant="subtle"
            leftSection={<IconPlus size={18} stroke={1.7} />}
            onClick={() => plan(true)}
          >
            {t('meetings.plan')}
          </Button>
        )
      }
    >
      {body.rows.length === 0 && <p className={css.none}>{t('meetings.none')}</p>}
      <ul className={css.rows}>
        {body.rows.map(one => {
          const pill = conferencePill(one, format.today, t)
          return (
            <li key={one.id} className={css.row}>
              <div className={css.head}>
                <Link to={`/conferences/${one.id}`}>
                  {t('meetings.when', { day: format.date(one.day, 'text'), time: one.time })}
                </Link>
                <StatePill kind={pill.kind}>{pill.text}</StatePill>
              </div>
              <div dir="auto" className={css.text}>
                {one.purpose}
              </div>
              <div className="k-dim k-small">
                {[
                  one.by.name,
                  ...(one.decisions > 0 ? [t('meetings.decisionsN', { n: one.decisions })] : []),
                  ...(one.dissents > 0 ? [t('meetings.dissentsN', { n: one.dissents })] : []),
                ].join(' · ')}
              </div>
            </li>
          )
        })}
      </ul>
      <PlanDrawer caseId={caseId} sections={body.mayCall} opened={planning} onClose={() => plan(false)} />
    </Card>
  )
}

function BestInterests({ caseId }: { caseId: string }) {
  const t = useT()
  const format = useFormat()
  const [writing, write] = useState(false)
  const body = useCaseInterests(caseId).data?.body
  if (!body || (body.rows.length === 0 && !body.mayBegin)) return null
  return (
    <Card
      flush
      title={t('interests.title')}
      count={body.rows.length}
      side={
        body.mayBegin && (
          <Button
            variant="subtle"
            leftSection={<IconPlus size={18} stroke={1.7} />}
            onClick={() => write(true)}
          >
            {t('interests.begin')}
          </Button>
        )
      }
    >
      {body.rows.length === 0 && <p className={css.none}>{t('interests.none')}</p>}
      <ul className={css.rows}>
        {body.rows.map(one => {
          const pill = interestPill(one, t)
          return (
            <li key={one.id} className={css.row}>
              <div className={css.head}>
                <Link to={`/best-interests/${one.id}`}>{t(`interests.question.${one.question}`)}</Link>
                <StatePill kind={pill.kind}>{pill.text}</StatePill>
              </div>
              <div className="k-dim k-small">
                {[
                  one.by.name,
                  format.date(one.at),
                  ...(one.panel?.reviewOn
                    ? [t('interests.lookAgain', { day: format.date(one.panel.reviewOn) })]
                    : []),
                ].join(' · ')}
              </div>
            </li>
          )
        })}
      </ul>
      <WriteDrawer caseId={caseId} opened={writing} onClose={() => write(false)} />
    </Card>
  )
}
