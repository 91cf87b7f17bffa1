/** One complaint: what was said, which term runs, what was done, and the next step. */
import type { Complaint } from '@kerege/contract/rights/complaints'
import type { ComplaintActName } from '@kerege/contract/rights/states'
import { Button } from '@mantine/core'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { Answered } from '../../../ui/Answered.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Facts } from '../../../ui/Facts.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import { PapersButton } from '../../reception/PapersButton.tsx'
import css from '../rights.module.css'
import { ActDrawer } from './ActDrawer.tsx'
import { useComplaint } from './api.ts'
import { ComplaintState } from './ComplaintState.tsx'

export function ComplaintPage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  return <Answered query={useComplaint(id)}>{({ body }) => <Whole one={body} />}</Answered>
}

/** One step leads on; the others stand beside it. */
const first = (one: Complaint): ComplaintActName | undefined =>
  (['acknowledged', 'looking', 'answered'] as const).find(act => one.acts.includes(act))

function Whole({ one }: { one: Complaint }) {
  const t = useT()
  const format = useFormat()
  const [acting, act] = useState<ComplaintActName>()
  const next = first(one)
  return (
    <>
      <PageHead
        title={t(`complaints.kind.${one.kind}`)}
        eyebrow={<Link to="/complaints">{t('complaints.title')}</Link>}
        facts={[
          <ComplaintState key="state" row={one} />,
          ...(one.due ? [t('complaints.dueOn', { day: format.date(one.due, 'text') })] : []),
        ]}
        acts={
          <>
            <PapersButton papers={['answer-to-complaint']} query={{ complaintId: one.id }} />
            {next && <Button onClick={() => act(next)}>{t(`complaints.act.${next}`)}</Button>}
          </>
        }
      />
      <div className="k-stack">
        {one.needsOther && <Notice kind="wait">{t('complaints.needsOther')}</Notice>}
        <Card title={t('complaints.words')}>
          <div className="k-stack">
            {one.words ? (
              <p className={css.words} dir="auto" lang={one.language}>
                {one.words}
              </p>
            ) : (
              <p className="k-dim">{t('complaints.erased')}</p>
            )}
            <Facts facts={factsOf(one, t, format)} />
          </div>
        </Card>
        {one.answer && (
          <Card title={t('complaints.answer')}>
            <p className={css.words} dir="auto">
              {one.answer}
            </p>
            {one.outcome && <p className="k-dim">{t(`complaints.outcome.${one.outcome}`)}</p>}
          </Card>
        )}
        <Card
          title={t('complaints.steps')}
          foot={
            <div className="k-row">
              {one.acts
                .filter(each => each !== next)
                .map(each => (
                  <Button key={each} variant="default" onClick={() => act(each)}>
                    {t(`complaints.act.${each}`)}
                  </Button>
                ))}
            </div>
          }
        >
          <ol className={css.steps}>
            {one.steps.map(step => (
              <li key={`${step.at} ${step.what}`}>
                <strong>{t(`complaints.step.${step.what}`)}</strong>{' '}
                <span className="k-dim k-small">
                  {[format.date(step.at), step.by?.name].filter(Boolean).join(' · ')}
                </span>
                {step.words && (
                  <p className={css.words} dir="auto">
                    {step.words}
                  </p>
                )}
              </li>
            ))}
          </ol>
        </Card>
      </div>
      <ActDrawer one={one} act={acting} onClose={() => act(undefined)} />
    </>
  )
}

function factsOf(one: Complaint, t: ReturnType<typeof useT>, format: ReturnType<typeof useFormat>) {
  const facts: [string, string | undefined][] = [
    [t('complaints.received'), format.date(one.receivedOn)],
    [t('complaints.way'), t(`complaints.way.${one.way}`)],
    [t('complaints.who'), t(`complaints.who.${one.who}`)],
    [t('complaints.name'), one.name],
    [t('complaints.reach'), one.reach],
    [t('complaints.language'), format.language(one.language)],
    [t('complaints.about'), [one.about?.name, one.agency].filter(Boolean).join(', ') || undefined],
    [t('complaints.recordedBy'), one.recordedBy?.name],
  ]
  return facts.flatMap(([label, value]) => (value === undefined ? [] : [[label, value] as const]))
}
