/** The same as the drawn lines, in words: each domain on the last days on which somebody looked. For the ear, and for paper. */
import { needDomains } from '@kerege/contract/assessments/needs'
import type { AssessmentRow } from '@kerege/contract/assessments/schema'
import { useFormat } from '../../i18n/useFormat.tsx'
import { useT } from '../../i18n/useT.tsx'
import css from './assessments.module.css'

/** More days are no table any more; older ones stand in the list below. */
const mostDays = 4

export function LevelsTable({ rows }: { rows: readonly AssessmentRow[] }) {
  const t = useT()
  const format = useFormat()
  const shown = rows.slice(-mostDays)
  const levelOf = (row: AssessmentRow, domain: string) =>
    row.levels?.find(one => one.domain === domain)?.level
  const domains = needDomains.filter(domain => shown.some(row => levelOf(row, domain) !== undefined))
  // Of one day there is no way to show.
  if (shown.length < 2 || domains.length === 0) return null
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways is reached by keyboard
    <section className={css.scroll} aria-label={t('assessments.trend')} tabIndex={0}>
      <table className={css.table}>
        <caption className="k-hidden">{t('assessments.trend')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('assessments.part')}</th>
            {shown.map(row => (
              <th key={row.id} scope="col" className="k-num">
                {format.date(row.takenOn)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {domains.map(domain => (
            <tr key={domain}>
              <th scope="row">{t(`needs.${domain}`)}</th>
              {shown.map(row => {
                const level = levelOf(row, domain)
                return <td key={row.id}>{level ? t(`needs.level.${level}`) : t('assessments.openAnswer')}</td>
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
