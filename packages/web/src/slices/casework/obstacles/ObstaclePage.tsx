/** One obstacle: what it is, on whose desk and how long, what was done about it, and the next word. */
import { type Obstacle, type TakenStep, takenSteps } from '@kerege/contract/casework/obstacles'
import { Button } from '@mantine/core'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { Answered } from '../../../ui/Answered.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Facts } from '../../../ui/Facts.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import { StatePill } from '../../../ui/StatePill.tsx'
import { useObstacle } from '../api.ts'
import css from '../casework.module.css'
import { StepDrawer } from './StepDrawer.tsx'
import { deskText, doText, stateOf, stepText } from './words.ts'

export function ObstaclePage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  return <Answered query={useObstacle(id)}>{({ body }) => <One key={body.id} one={body} />}</Answered>
}

/** The one that moves it on; the rest stand beside it. */
const nextOf = (one: Obstacle): TakenStep | undefined =>
  one.may.find(
    step => step === (one.state === 'open' ? 'asked' : one.state === 'asked' ? 'answered' : 'solved'),
  )

function One({ one }: { one: Obstacle }) {
  const t = useT()
  const { today } = useFormat()
  const [step, take] = useState<TakenStep>()
  const { kind, text } = stateOf(one, today, t)
  const next = nextOf(one)
  return (
    <>
      <PageHead
        title={t(`casework.obstacles.kind.${one.kind}`)}
        eyebrow={
          <>
            <Link to="/obstacles">{t('casework.obstacles')}</Link>
            {' · '}
            <Link to={one.caseId ? `/cases/${one.caseId}` : `/people/${one.personId}`}>
              <bdi>{one.person}</bdi>
            </Link>
          </>
        }
        facts={[
          <StatePill key="state" kind={kind}>
            {text}
          </StatePill>,
          <bdi key="desk">{deskText(one, t)}</bdi>,
        ]}
        acts={takenSteps
          .filter(what => one.may.includes(what))
          .map(what => (
            <Button key={what} variant={what === next ? 'filled' : 'default'} onClick={() => take(what)}>
              {doText(what, t)}
            </Button>
          ))}
      />
      <div className="k-aside">
        <Steps one={one} />
        <About one={one} />
      </div>
      <StepDrawer one={one} step={step} onClose={() => take(undefined)} />
    </>
  )
}

function Steps({ one }: { one: Obstacle }) {
  const t = useT()
  const format = useFormat()
  return (
    <Card flush title={t('casework.obstacles.steps')}>
      <ol className={css.line}>
        {one.steps.map(step => (
          <li key={`${step.at}${step.what}`} className={css.row}>
            <div className={css.words}>
              <strong>{stepText(step, t)}</strong>
              {step.words && (
                <div dir="auto" className={css.text}>
                  {step.words}
                </div>
              )}
              <div className="k-dim k-small">
                {t('casework.notes.byWhom', {
                  name: step.by?.name ?? t('casework.obstacles.program'),
                  day: format.date(step.at, 'text'),
                })}
              </div>
            </div>
          </li>
        ))}
      </ol>
    </Card>
  )
}

function About({ one }: { one: Obstacle }) {
  const t = useT()
  const format = useFormat()
  const day = (label: string, value: string | undefined) =>
    value ? [[label, format.date(value, 'text')] as const] : []
  return (
    <aside aria-label={t('casework.obstacles.one')}>
      <Card title={t('casework.obstacles.one')}>
        <Facts
          facts={[
            [t('casework.obstacles.domain'), t(`domains.${one.domain}`)],
            [t('casework.obstacles.desk'), <bdi key="desk">{deskText(one, t)}</bdi>],
            ...day(t('casework.obstacles.since'), one.since),
            ...day(t('casework.obstacles.askedOn'), one.askedOn),
            ...day(t('casework.obstacles.answeredOn'), one.answeredOn),
            ...day(t('casework.obstacles.solvedOn'), one.solvedOn),
            ...(one.carriedTo
              ? [
                  [
                    t('casework.obstacles.carriedTo'),
                    t(`casework.obstacles.carried.${one.carriedTo}`),
                  ] as const,
                ]
              : []),
            ...(one.worker ? [[t('cases.worker'), one.worker.name] as const] : []),
          ]}
        />
      </Card>
    </aside>
  )
}
