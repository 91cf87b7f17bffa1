/** Complaints of this year by kind: how many, how many found right, and how many were late. */
import { useT } from '../../../i18n/useT.tsx'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { Answered } from '../../../ui/Answered.tsx'
import { Card } from '../../../ui/Card.tsx'
import css from '../rights.module.css'
import { useCounts } from './api.ts'

const numbers = ['received', 'open', 'answered', 'right', 'late'] as const

export function Counts() {
  const t = useT()
  const format = useFormat()
  return (
    <Answered query={useCounts()}>
      {({ body }) => (
        <Card title={t('complaints.ofYear', { year: String(body.year) })}>
          {body.rows.length === 0 ? (
            <p className="k-dim">{t('complaints.none')}</p>
          ) : (
            // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard
            <section className={css.scroll} tabIndex={0} aria-label={t('complaints.of.counts')}>
              <table className={css.count}>
                <thead>
                  <tr>
                    <th scope="col">{t('complaints.kind')}</th>
                    {numbers.map(one => (
                      <th key={one} scope="col">
                        {t(`complaints.count.${one}`)}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {body.rows.map(row => (
                    <tr key={row.kind}>
                      <th scope="row">{t(`complaints.kind.${row.kind}`)}</th>
                      {numbers.map(one => (
                        <td key={one} className="k-num">
                          {format.number(row[one])}
                        </td>
                      ))}
                    </tr>
                  ))}
                </tbody>
              </table>
            </section>
          )}
        </Card>
      )}
    </Answered>
  )
}
