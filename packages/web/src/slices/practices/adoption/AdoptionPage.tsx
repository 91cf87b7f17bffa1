/** One place where a practice is tried: how it stands, everything that was said of it, and what its author answered. */
import { getAdoption } from '@kerege/contract/practices/adoption/routes'
import type { Adoption, AdoptionReport } from '@kerege/contract/practices/adoption/schema'
import { Button } from '@mantine/core'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useGet } from '../../../api.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { Answered } from '../../../ui/Answered.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Facts } from '../../../ui/Facts.tsx'
import { Joint } from '../../../ui/Joint.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import css from './adoption.module.css'
import { SayDrawer, type Saying } from './SayDrawer.tsx'
import { AdoptionPill, PracticeLink } from './state.tsx'

export function AdoptionPage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  return (
    <Answered query={useGet(getAdoption, { params: { id } })}>
      {({ body }) => <OneAdoption adoption={body} />}
    </Answered>
  )
}

function OneAdoption({ adoption }: { adoption: Adoption }) {
  const t = useT()
  const format = useFormat()
  const [saying, say] = useState<Saying>()
  const { mine, practice } = adoption
  return (
    <>
      <PageHead
        title={adoption.place}
        shown={<bdi>{adoption.place}</bdi>}
        eyebrow={
          <>
            <Link to="/adoptions">{t('practices.adoption.list')}</Link>
            {' · '}
            {practice.symbol}
          </>
        }
        facts={[
          <AdoptionPill key="standing" standing={adoption.standing} />,
          format.country(adoption.country),
          t('practices.adoption.sinceDay', { day: format.date(adoption.since) }),
        ]}
        acts={
          <>
            {mine.withdraw && (
              <Button variant="subtle" onClick={() => say('withdraw')}>
                {t('practices.adoption.withdraw')}
              </Button>
            )}
            {mine.answer && (
              <Button variant="default" onClick={() => say('answer')}>
                {t('practices.adoption.answer')}
              </Button>
            )}
            {mine.report && <Button onClick={() => say('report')}>{t('practices.adoption.report')}</Button>}
          </>
        }
      />
      <div className="k-aside">
        <div className="k-stack">
          {practice.state === 'retracted' && (
            <Notice kind="stop" title={t('practices.adoption.retracted')}>
              {t('practices.adoption.retractedText')}
            </Notice>
          )}
          <Reports reports={adoption.reports} />
          <Answers adoption={adoption} />
        </div>
        <aside className="k-stack" aria-label={t('practices.adoption.facts')}>
          <Card title={t('practices.adoption.facts')}>
            <Facts
              facts={[
                [t('practices.adoption.practice'), <PracticeLink key="practice" practice={practice} />],
                [t('practices.adoption.by'), t(`practices.adoption.of.${adoption.by}`)],
                [t('practices.adoption.agency'), format.text(adoption.agency).text],
              ]}
            />
          </Card>
        </aside>
      </div>
      <SayDrawer adoption={adoption} saying={saying} onClose={() => say(undefined)} />
    </>
  )
}

function Reports({ reports }: { reports: readonly AdoptionReport[] }) {
  const t = useT()
  const format = useFormat()
  return (
    <Card title={t('practices.adoption.said')}>
      <ol className={css.said}>
        {reports.toReversed().map(report => (
          <li key={report.id}>
            <Joint state={report.number === reports.length ? 'here' : 'done'} />
            <div>
              <AdoptionPill standing={report.standing} />
              <Said language={report.language} text={report.words} />
              {report.adaptation && (
                <Said
                  label={t('practices.adoption.adaptation')}
                  language={report.language}
                  text={report.adaptation}
                />
              )}
              {report.feedback && (
                <Said
                  label={t('practices.adoption.feedback')}
                  language={report.language}
                  text={report.feedback}
                />
              )}
              <div className="k-dim k-small">
                <bdi>{report.by}</bdi> · {format.date(report.at, 'exact')} ·{' '}
                {format.language(report.language)}
              </div>
            </div>
          </li>
        ))}
      </ol>
    </Card>
  )
}

function Answers({ adoption }: { adoption: Adoption }) {
  const t = useT()
  const format = useFormat()
  if (adoption.answers.length === 0) return null
  return (
    <Card title={t('practices.adoption.answers')}>
      <ol className={css.said}>
        {adoption.answers.map(answer => (
          <li key={answer.id}>
            <Joint state={answer.author ? 'done' : 'to-come'} />
            <div>
              <Said language={answer.language} text={answer.words} />
              <div className="k-dim k-small">
                <bdi>{answer.by}</bdi>
                {answer.author && ` · ${t('practices.adoption.author')}`} · {format.date(answer.at, 'exact')}
              </div>
            </div>
          </li>
        ))}
      </ol>
    </Card>
  )
}

function Said({ label, language, text }: { label?: string; language: string; text: string }) {
  return (
    <p lang={language} dir="auto" style={{ whiteSpace: 'pre-line' }}>
      {label && <span className={css.label}>{label}: </span>}
      {text}
    </p>
  )
}
