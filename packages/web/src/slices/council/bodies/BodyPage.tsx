/** One body: who chairs, what was handed over, and its rules, each with where the default comes from. */
import { getBody } from '@kerege/contract/council/routes'
import { type BodyRules, ruleNames, ruleSources } from '@kerege/contract/council/rules'
import { handoverItems } from '@kerege/contract/council/rotation'
import type { Body } from '@kerege/contract/council/schema'
import { Button } from '@mantine/core'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useGet } from '../../../api.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { type Translate, useT } from '../../../i18n/useT.tsx'
import { useMay } from '../../../shell/session.ts'
import { Answered } from '../../../ui/Answered.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Joint } from '../../../ui/Joint.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import css from '../council.module.css'
import { PartyLabel } from '../parts/Said.tsx'
import { ChairDrawer } from './ChairDrawer.tsx'
import { Chairs } from './CouncilPage.tsx'
import { RulesDrawer } from './RulesDrawer.tsx'

export function BodyPage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  return (
    <Answered query={useGet(getBody, { params: { id } })}>{({ body }) => <OneBody body={body} />}</Answered>
  )
}

function OneBody({ body }: { body: Body }) {
  const t = useT()
  const format = useFormat()
  const may = useMay()('council.prepare')
  const [over, setOver] = useState<'rules' | 'chair'>()
  const close = () => setOver(undefined)
  return (
    <>
      <PageHead
        title={format.text(body.name).text}
        eyebrow={<Link to="/council">{t('council.council')}</Link>}
        facts={[body.code]}
      />
      <div className="k-aside">
        <div className="k-stack">
          <Card
            flush
            title={t('council.rules')}
            note={
              body.version === 1
                ? t('council.rules.defaults')
                : t('council.rules.version', { n: body.version })
            }
            side={
              may &&
              !body.proposal && (
                <Button variant="default" onClick={() => setOver('rules')}>
                  {t('council.rules.propose')}
                </Button>
              )
            }
          >
            {body.proposal && (
              <Notice kind="wait" title={t('council.rules.waits', { name: body.proposal.by })}>
                <Link to="/approvals">{t('council.rules.toApprovals')}</Link>
              </Notice>
            )}
            <ul className={css.rows}>
              {ruleNames.map(name => (
                <li key={name}>
                  <div className={css.words}>
                    <div>{t(`council.rule.${name}`)}</div>
                    <div className="k-dim k-small">
                      {ruleSources[name].length > 0
                        ? t('council.rule.source', { source: ruleSources[name].join(', ') })
                        : t('council.rule.ours')}
                    </div>
                  </div>
                  <strong className="k-num">{ruleText(body.rules, name, t, format.language)}</strong>
                </li>
              ))}
            </ul>
          </Card>
        </div>
        <aside className="k-stack" aria-label={t('council.chair')}>
          <Card
            title={t('council.chair')}
            foot={
              may && (
                <Button variant="default" onClick={() => setOver('chair')}>
                  {t('council.handOver')}
                </Button>
              )
            }
          >
            <Chairs row={body} />
          </Card>
          {body.terms.length > 0 && <Terms body={body} />}
        </aside>
      </div>
      <RulesDrawer body={body} opened={over === 'rules'} onClose={close} />
      <ChairDrawer body={body} opened={over === 'chair'} onClose={close} />
    </>
  )
}

function Terms({ body }: { body: Body }) {
  const t = useT()
  const format = useFormat()
  return (
    <Card title={t('council.terms')}>
      <ol className={css.passed}>
        {body.terms.map(term => (
          <li key={term.id}>
            <Joint state={term.to === undefined ? 'here' : 'done'} />
            <div>
              <PartyLabel party={term.party} />
              <div className="k-dim k-small k-num">
                {format.date(term.from)} – {term.to ? format.date(term.to) : t('council.openEnd')}
              </div>
              {term.sourceUrl && (
                <a className="k-small" href={term.sourceUrl} target="_blank" rel="noreferrer">
                  {t('council.sourceUrl')}
                </a>
              )}
              {!term.sourceUrl && (
                <div className="k-small">
                  {t('council.handedOver', { n: term.handover.length, of: handoverItems.length })}
                </div>
              )}
              {term.note && <p dir="auto">{term.note}</p>}
            </div>
          </li>
        ))}
      </ol>
    </Card>
  )
}

function ruleText(
  rules: BodyRules,
  name: keyof BodyRules,
  t: Translate,
  language: (tag: string) => string,
): string {
  switch (name) {
    case 'rotation':
      return rules.rotation.join(' · ')
    case 'chairMonths':
      return t('council.monthsN', { n: rules.chairMonths })
    case 'counted':
    case 'statements':
      return rules[name].map(one => t(`council.classes.${one}`)).join(', ')
    case 'silenceHours':
    case 'reminderHours':
      return t('council.hoursN', { n: rules[name] })
    case 'languages':
      return rules.languages.map(language).join(', ')
    case 'translationChange':
      return t(`council.translation.${rules.translationChange}`)
    case 'correctionDays':
    case 'digestDays':
      return t('council.daysN', { n: rules[name] })
    case 'voting':
      return t(`council.voting.${rules.voting}`)
    case 'quorum':
      return String(rules.quorum)
    case 'sessionPattern':
    case 'decisionPattern':
      return rules[name]
  }
}
