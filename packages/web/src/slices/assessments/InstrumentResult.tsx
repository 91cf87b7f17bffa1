/** What came of an instrument: total and band with what they mean, its parts, the one before, and a second assessor's. */
import type { Instrument } from '@kerege/contract/assessments/instrument'
import { findInstrument } from '@kerege/contract/assessments/instruments'
import type { Assessment, Outcome } from '@kerege/contract/assessments/schema'
import { useFormat } from '../../i18n/useFormat.tsx'
import { useT } from '../../i18n/useT.tsx'
import { Card } from '../../ui/Card.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useOfPerson } from './api.ts'
import css from './assessments.module.css'
import { Compared } from './Compared.tsx'
import { RowTrend } from './PersonAssessments.tsx'
import { bandText, flagText, scaleText, seriesOf, totalText } from './words.ts'

export function InstrumentResult({ one }: { one: Assessment }) {
  const t = useT()
  const instrument = findInstrument(one.instrument, one.instrumentVersion)
  const { outcome } = one
  if (!instrument || !outcome) return null
  return (
    <div className="k-aside">
      <div className="k-stack">
        <Notice kind="info">{t('assessments.notDiagnosis')}</Notice>
        <Found one={one} instrument={instrument} outcome={outcome} />
        <OverTime one={one} />
        <Compared one={one} />
      </div>
      <div className="k-stack">
        <Card title={t('assessments.who')}>
          <p>{t(instrument.compartment === 'mhpss' ? 'assessments.sealed' : 'assessments.sealedHealth')}</p>
        </Card>
        <GivenAnswers one={one} instrument={instrument} />
      </div>
    </div>
  )
}

interface Props {
  one: Assessment
  instrument: Instrument
  outcome: Outcome
}

function Found({ one, instrument, outcome }: Props) {
  const t = useT()
  const flags = outcome.flags.flatMap(flag => flagText(flag, t) ?? [])
  const hasTotal = instrument.scales.some(scale => scale.id === 'total')
  const parts = Object.entries(outcome.subscales)
  return (
    <Card title={t('assessments.result')}>
      {hasTotal && (
        <p className={css.total}>{totalText(one.instrument, one.instrumentVersion, outcome, t)}</p>
      )}
      <p>
        <strong>{bandText(outcome.band, t)}</strong>
      </p>
      {flags.length > 0 && (
        <ul className={css.flags}>
          {flags.map(flag => (
            <li key={flag}>{flag}</li>
          ))}
        </ul>
      )}
      {instrument.cutOffs.map(({ id, reached, value }) => (
        <p key={id} className="k-dim">
          {t(reached === 'at-least' ? 'assessments.cutOff' : 'assessments.cutOffDown', {
            n: one.cutOffs[id] ?? value,
          })}{' '}
          {one.cutOffs[id] !== undefined && t('assessments.own')}
        </p>
      ))}
      {outcome.missing.length > 0 && (
        <Notice kind="wait">{t('assessments.missing', { n: outcome.missing.length })}</Notice>
      )}
      {parts.length > 0 && (
        <table className={css.table}>
          <caption className="k-hidden">{t('assessments.parts')}</caption>
          <tbody>
            {parts.map(([id, value]) => (
              <tr key={id}>
                <th scope="row">{scaleText(id, t)}</th>
                <td>{partText(instrument, id, value, t)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Card>
  )
}

/** A part of a sum is a number of its most; a domain is yes or no. */
function partText(instrument: Instrument, id: string, value: number | null, t: ReturnType<typeof useT>) {
  if (value === null) return t('assessments.openAnswer')
  const scale = instrument.scales.find(one => one.id === id)
  if (scale) return t('assessments.total', { n: value, of: scale.most })
  return t(value === 1 ? 'assessments.yes' : 'assessments.no')
}

function OverTime({ one }: { one: Assessment }) {
  const t = useT()
  const format = useFormat()
  const rows = useOfPerson(one.personId).data?.body.rows ?? []
  const series = seriesOf(rows, one.instrument, one.instrumentVersion)
  if (series.length < 2) return null
  return (
    <Card title={t('assessments.trend')}>
      <div className={css.wide}>
        <RowTrend row={one} rows={rows} />
      </div>
      <table className={css.table}>
        <thead>
          <tr>
            <th scope="col">{t('assessments.day')}</th>
            <th scope="col">{t('assessments.value')}</th>
            <th scope="col">{t('assessments.by')}</th>
          </tr>
        </thead>
        <tbody>
          {series.toReversed().map(row => (
            <tr key={row.id}>
              <th scope="row" className="k-num">
                {format.date(row.takenOn)}
              </th>
              <td>
                {row.outcome && totalText(row.instrument, row.instrumentVersion, row.outcome, t)}
                <div className="k-dim k-small">{bandText(row.outcome?.band ?? null, t)}</div>
              </td>
              <td>
                <bdi>{row.by.name}</bdi>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  )
}

function GivenAnswers({ one, instrument }: Omit<Props, 'outcome'>) {
  const t = useT()
  return (
    <Card title={t('assessments.answers')}>
      <ol className={css.look}>
        {instrument.items.map((item, at) => (
          <li key={item.id}>
            <span>{t('assessments.question', { n: at + 1 })}</span>
            <span className="k-num">{one.answers?.[item.id] ?? t('assessments.skip')}</span>
          </li>
        ))}
      </ol>
    </Card>
  )
}
