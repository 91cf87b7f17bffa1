/** One indicator: what it means, what each state has said, what was checked, what was said before. */
import { getIndicator } from '@kerege/contract/council/results/routes'
import type { Indicator, ResultValue } from '@kerege/contract/council/results/schema'
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
import { PageHead } from '../../../ui/PageHead.tsx'
import { type StateKind, StatePill } from '../../../ui/StatePill.tsx'
import { Said, SaidFully } from '../parts/Said.tsx'
import { Charts } from './Chart.tsx'
import { CheckDrawer } from './CheckDrawer.tsx'
import { IndicatorDrawer } from './IndicatorDrawer.tsx'
import { CitedPractices } from '../citations/CitedPractices.tsx'
import css from './results.module.css'
import { ValueDrawer } from './ValueDrawer.tsx'
import { periodText, valueText } from './words.ts'

export function IndicatorPage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  return (
    <Answered query={useGet(getIndicator, { params: { id } })}>
      {({ body }) => <OneIndicator indicator={body} />}
    </Answered>
  )
}

function OneIndicator({ indicator }: { indicator: Indicator }) {
  const t = useT()
  const format = useFormat()
  const may = useMay()('council.prepare')
  const [over, setOver] = useState<'change' | 'say'>()
  const close = () => setOver(undefined)
  return (
    <>
      <PageHead
        title={`${indicator.code} ${format.text(indicator.title).text}`}
        eyebrow={<Link to="/results">{t('results.title')}</Link>}
        facts={[`${indicator.outcome.code} ${format.text(indicator.outcome.title).text}`]}
        acts={
          <>
            {may && (
              <Button variant="default" onClick={() => setOver('change')}>
                {t('initiatives.change')}
              </Button>
            )}
            {indicator.mayReport.length > 0 && !indicator.retired && (
              <Button onClick={() => setOver('say')}>{t('results.say')}</Button>
            )}
          </>
        }
      />
      <div className="k-aside">
        <div className="k-stack">
          <Card title={t('results.definition')}>
            <SaidFully text={indicator.definition} />
          </Card>
          <Card title={t('results.picture')} note={t('results.pictureNote')}>
            <Charts indicator={indicator} />
          </Card>
          <Values indicator={indicator} />
        </div>
        <aside className="k-stack" aria-label={t('council.facts')}>
          <FactsCard indicator={indicator} />
          <CitedPractices source={{ kind: 'indicator', id: indicator.id }} />
        </aside>
      </div>
      <IndicatorDrawer indicator={indicator} opened={over === 'change'} onClose={close} />
      <ValueDrawer indicator={indicator} opened={over === 'say'} onClose={close} />
    </>
  )
}

function FactsCard({ indicator }: { indicator: Indicator }) {
  const t = useT()
  const { pillar, output, disaggregation, source, actions } = indicator
  return (
    <Card title={t('council.facts')}>
      <Facts
        facts={[
          [
            t('initiatives.column.pillar'),
            <>
              {pillar.code}. <Said text={pillar.name} />
            </>,
          ],
          [
            t('results.output'),
            <>
              {output.code} <Said text={output.title} />
            </>,
          ],
          [t('results.unit'), t(`results.unit.${indicator.unit}`)],
          [t('results.frequency'), t(`results.frequency.${indicator.frequency}`)],
          ...(disaggregation
            ? [[t('results.disaggregation'), <Said key="parts" text={disaggregation} />] as const]
            : []),
          ...(source ? [[t('results.source'), <Said key="source" text={source} />] as const] : []),
          ...(actions.length > 0
            ? [
                [
                  t('initiatives.column.actions'),
                  <ul key="actions">
                    {actions.map(one => (
                      <li key={one.id}>
                        <Link to={`/actions/${one.id}`}>
                          <Said text={one.title} />
                        </Link>
                      </li>
                    ))}
                  </ul>,
                ] as const,
              ]
            : []),
        ]}
      />
    </Card>
  )
}

const kinds: Record<'checked' | 'returned' | 'open', StateKind> = {
  checked: 'ok',
  returned: 'wait',
  open: 'mute',
}

function Values({ indicator }: { indicator: Indicator }) {
  const t = useT()
  const format = useFormat()
  const [checking, check] = useState<ResultValue>()
  const silent = t('results.nothingSaid')
  return (
    <Card title={t('results.values')}>
      {indicator.values.length === 0 ? (
        <p className="k-dim">{silent}</p>
      ) : (
        <table className={css.values}>
          <caption className="k-hidden">{t('results.values')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('results.column.state')}</th>
              <th scope="col">{t('results.column.aspect')}</th>
              <th scope="col">{t('results.column.value')}</th>
              <th scope="col">{t('results.column.check')}</th>
            </tr>
          </thead>
          <tbody>
            {indicator.values.map(one => {
              const verdict = one.check?.verdict ?? 'open'
              return (
                <tr key={one.id}>
                  <th scope="row">{format.country(one.state)}</th>
                  <td>
                    {t(`results.aspect.${one.aspect}`)} · {periodText(one.period, t)}
                  </td>
                  <td>
                    <strong className="k-num">{valueText(one.value, indicator.unit, format, t)}</strong>
                    {one.note && <div dir="auto">{one.note}</div>}
                    <div className="k-dim k-small">
                      {one.by} · {format.date(one.at)}
                    </div>
                    <Before indicator={indicator} value={one} />
                  </td>
                  <td>
                    <StatePill kind={kinds[verdict]}>{t(`results.check.${verdict}`)}</StatePill>
                    {one.check?.words && <div dir="auto">{one.check.words}</div>}
                    {one.mayCheck && (
                      <div className="k-screen">
                        <Button variant="default" size="xs" onClick={() => check(one)}>
                          {t('results.doCheck')}
                        </Button>
                      </div>
                    )}
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      )}
      <CheckDrawer indicator={indicator} value={checking} onClose={() => check(undefined)} />
    </Card>
  )
}

function Before({ indicator, value }: { indicator: Indicator; value: ResultValue }) {
  const t = useT()
  const format = useFormat()
  if (value.before.length === 0) return null
  return (
    <details>
      <summary className="k-link">{t('results.before', { n: value.before.length })}</summary>
      <ul>
        {[value, ...value.before].map((one, at, all) => {
          const earlier = all[at + 1]
          return (
            earlier && (
              <li key={one.id} className="k-small">
                {t('initiatives.fromTo', {
                  before: valueText(earlier.value, indicator.unit, format, t),
                  after: valueText(one.value, indicator.unit, format, t),
                })}{' '}
                <span dir="auto">{one.reason}</span>{' '}
                <span className="k-dim">
                  {one.by} · {format.date(one.at)}
                </span>
              </li>
            )
          )
        })}
      </ul>
    </details>
  )
}
