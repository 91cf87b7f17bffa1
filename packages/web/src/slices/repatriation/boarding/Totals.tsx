/** The one live number: how many of how many, by women, men and children, and what the node does not have yet. */
import type { BoardTotals } from '@kerege/contract/repatriation/boarding/view'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import css from './boarding.module.css'

const kinds = ['women', 'men', 'children', 'not-known'] as const

export function Totals({ totals, arrival }: { totals: BoardTotals; arrival: boolean }) {
  const t = useT()
  const format = useFormat()
  const { expected, there } = totals
  return (
    <section className={css.totals} aria-label={t('boarding.totals')}>
      <p className={css.live} role="status">
        <strong>{format.number(there.all)}</strong>
        <span>{t('boarding.of', { n: expected.all })}</span>
      </p>
      <ul className={css.kinds}>
        {kinds
          .filter(kind => expected[kind] > 0)
          .map(kind => (
            <li key={kind}>
              {t(`boarding.kind.${kind}`)} <strong>{format.number(there[kind])}</strong>/
              {format.number(expected[kind])}
            </li>
          ))}
      </ul>
      <progress
        className={css.bar}
        value={there.all}
        max={Math.max(1, expected.all)}
        aria-label={t(arrival ? 'boarding.arrived' : 'boarding.boarded')}
      />
      {totals.unsent + totals.contradicted + totals.notShown + totals.door > 0 && (
        <p className={css.notMerged}>
          {[
            ...(totals.door > 0 ? [t('boarding.doorCount', { n: totals.door })] : []),
            ...(totals.unsent > 0 ? [t('boarding.unsent', { n: totals.unsent })] : []),
            ...(totals.contradicted > 0 ? [t('boarding.contradicted', { n: totals.contradicted })] : []),
            ...(totals.notShown > 0 ? [t('boarding.notShown', { n: totals.notShown })] : []),
          ].join(' ')}
        </p>
      )}
    </section>
  )
}
