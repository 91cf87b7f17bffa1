/** One decision for the work here: what was adopted, where it applies, and how it is put into practice. */
import { getGuidance } from '@kerege/contract/guidance/routes'
import type { Guidance } from '@kerege/contract/guidance/schema'
import { Button } from '@mantine/core'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useGet } from '../../api.ts'
import { useLoaded } from '../../i18n/language.ts'
import { useFormat } from '../../i18n/useFormat.tsx'
import { useT } from '../../i18n/useT.tsx'
import { useMay } from '../../shell/session.ts'
import { Answered } from '../../ui/Answered.tsx'
import { Card } from '../../ui/Card.tsx'
import { useDomainsText } from '../../ui/domains/words.ts'
import { Facts } from '../../ui/Facts.tsx'
import { Joint } from '../../ui/Joint.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import css from './guidance.module.css'
import { Title, Words } from './Title.tsx'
import { UseDrawer } from './UseDrawer.tsx'
import { agesText, GuidanceStatePill, UsePill } from './words.tsx'

export function OnePage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  return (
    <Answered query={useGet(getGuidance, { params: { id } })}>
      {({ body }) => <One guidance={body} />}
    </Answered>
  )
}

function One({ guidance }: { guidance: Guidance }) {
  const t = useT()
  const format = useFormat()
  const may = useMay()
  const domainsText = useDomainsText()
  const { language } = useLoaded()
  const [saying, setSaying] = useState(false)
  const says = may('guidance.confirm') && guidance.state === 'in-force'
  return (
    <>
      <PageHead
        title={format.text(guidance.title).text}
        eyebrow={
          <>
            <Link to="/guidance">{t('guidance.council')}</Link> · {guidance.symbol}
          </>
        }
        facts={[
          <GuidanceStatePill key="state" state={guidance.state} />,
          domainsText(guidance.domains),
          agesText(guidance.ages, t),
        ]}
        acts={says && <Button onClick={() => setSaying(true)}>{t('guidance.use.say')}</Button>}
      />
      <div className="k-aside">
        <div className="k-stack">
          <Ended guidance={guidance} />
          {guidance.note && (
            <Card title={t('guidance.note')}>
              <Words text={guidance.note} own={language} />
            </Card>
          )}
          <Card title={t('guidance.text')}>
            <Words text={guidance.texts} own={language} />
          </Card>
          <Uses guidance={guidance} />
        </div>
        <aside className="k-stack" aria-label={t('guidance.facts')}>
          <Card title={t('guidance.facts')}>
            <Facts
              facts={[
                [t('guidance.adopted'), format.date(guidance.adoptedAt, 'text')],
                [t('guidance.came'), format.date(guidance.cameAt, 'text')],
                ...(guidance.replaces
                  ? [[t('guidance.replaces'), <Other key="before" one={guidance.replaces} />] as const]
                  : []),
              ]}
            />
          </Card>
        </aside>
      </div>
      <UseDrawer guidance={guidance} opened={saying} onClose={() => setSaying(false)} />
    </>
  )
}

const Other = ({ one }: { one: NonNullable<Guidance['replaces']> }) => (
  <Link to={`/guidance/${one.id}`}>
    {one.symbol} <Title text={one.title} />
  </Link>
)

function Ended({ guidance }: { guidance: Guidance }) {
  const t = useT()
  if (guidance.state === 'withdrawn') {
    return (
      <Notice kind="info" title={t('guidance.takenBack')}>
        <bdi>{guidance.reason ?? t('guidance.takenBackNoReason')}</bdi>
      </Notice>
    )
  }
  if (guidance.state !== 'superseded' || !guidance.replacedBy) return null
  return (
    <Notice kind="info" title={t('guidance.replacedBy')}>
      <Other one={guidance.replacedBy} />
    </Notice>
  )
}

function Uses({ guidance }: { guidance: Guidance }) {
  const t = useT()
  const format = useFormat()
  return (
    <Card title={t('guidance.use')}>
      {guidance.uses.length === 0 ? (
        <p className="k-dim">{t('guidance.use.none')}</p>
      ) : (
        <ol className={css.passed}>
          {guidance.uses.map((one, at) => (
            <li key={one.id}>
              <Joint state={at === 0 ? 'here' : 'done'} />
              <div>
                <UsePill state={one.state} />
                {one.words && (
                  <p dir="auto" lang={one.language} className={css.words}>
                    {one.words}
                  </p>
                )}
                <div className="k-dim k-small">
                  <bdi>{one.by}</bdi> · {format.date(one.at, 'exact')} · {t(`guidance.use.told.${one.told}`)}
                </div>
              </div>
            </li>
          ))}
        </ol>
      )}
    </Card>
  )
}
