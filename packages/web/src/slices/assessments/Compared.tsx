/** What two assessors found of the same, side by side: nothing is averaged, and neither replaces the other. */
import { findInstrument } from '@kerege/contract/assessments/instruments'
import { needDomains, needsId } from '@kerege/contract/assessments/needs'
import type { Assessment, AssessmentRow } from '@kerege/contract/assessments/schema'
import { type Translate, useT } from '../../i18n/useT.tsx'
import { Card } from '../../ui/Card.tsx'
import css from './assessments.module.css'
import { totalText } from './words.ts'

type Looked = AssessmentRow & { answers?: Assessment['answers'] }

export function Compared({ one }: { one: Assessment }) {
  const t = useT()
  if (one.compared.length === 0) return null
  const all: Looked[] = [one, ...one.compared]
  const rows = one.instrument === needsId ? domainRows(all, t) : answerRows(all, t)
  return (
    <Card flush title={t('assessments.compared')}>
      <p className={css.none}>{t('assessments.comparedText')}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways is reached by keyboard */}
      <section className={css.scroll} aria-label={t('assessments.compared')} tabIndex={0}>
        <table className={css.table}>
          <thead>
            <tr>
              <th scope="col">{t('assessments.part')}</th>
              {all.map(row => (
                <th key={row.id} scope="col">
                  <bdi>{row.by.name}</bdi>
                </th>
              ))}
              <th scope="col">
                <span className="k-hidden">{t('assessments.differ')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ name, values }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                {all.map((row, at) => (
                  <td key={row.id}>{values[at] ?? t('assessments.openAnswer')}</td>
                ))}
                <td className="k-dim k-small">
                  {/* What one of them did not look at is no difference. */}
                  {values.every(value => value !== undefined) &&
                    t(new Set(values).size > 1 ? 'assessments.differ' : 'assessments.same')}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Card>
  )
}

type Row = { name: string; values: (string | undefined)[] }

const domainRows = (all: readonly Looked[], t: Translate): Row[] =>
  needDomains
    .map(domain => ({
      name: t(`needs.${domain}`),
      values: all.map(row => {
        const found = row.levels?.find(one => one.domain === domain)
        return found && t(`needs.level.${found.level}`)
      }),
    }))
    .filter(row => row.values.some(value => value !== undefined))

function answerRows(all: readonly Looked[], t: Translate): Row[] {
  const [first] = all
  const instrument = first && findInstrument(first.instrument, first.instrumentVersion)
  if (!instrument) return []
  const totals = all.map(
    row => row.outcome && totalText(row.instrument, row.instrumentVersion, row.outcome, t),
  )
  return [
    { name: t('assessments.result'), values: totals },
    ...instrument.items.map((item, at) => ({
      name: t('assessments.question', { n: at + 1 }),
      values: all.map(row => {
        const value = row.answers?.[item.id]
        return value === undefined ? undefined : String(value)
      }),
    })),
  ]
}
