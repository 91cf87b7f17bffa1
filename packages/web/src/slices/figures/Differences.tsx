/** Values of one thing side by side, each with its source. Whoever may, opens one and prefers it with a reason. */
import { differences } from '@kerege/contract/figures/sideBySide'
import { Link } from '@tanstack/react-router'
import { useT } from '../../i18n/useT.tsx'
import { Card } from '../../ui/Card.tsx'
import { StatePill } from '../../ui/StatePill.tsx'
import type { Shown } from './api.ts'
import css from './figures.module.css'
import { useFigureWords } from './words.ts'

export function Differences({ all }: { all: readonly Shown[] }) {
  const t = useT()
  const words = useFigureWords()
  const found = differences(all)
  return (
    <Card flush title={t('figures.differ')} note={t('figures.differNote', { n: found.length })}>
      {found.length === 0 && <p className={css.empty}>{t('figures.noDifference')}</p>}
      <ul className={css.scrolling}>
        {found.map(one => (
          <li key={`${one.key} ${one.part}`} className={css.row}>
            <strong>{words.thing(one, one.part)}</strong>
            <ul className={css.values}>
              {one.marks.map(mark => (
                <li key={`${mark.reported.manner} ${mark.reported.value}`}>
                  <strong className="k-num">{words.reported(mark.reported)}</strong>
                  {mark.statements.map(it => (
                    <Link key={it.id} to={`/figures/${it.id}`}>
                      <bdi>{it.source.publisher}</bdi>
                    </Link>
                  ))}
                  {mark.preferred && <StatePill kind="ok">{t('figures.preferred')}</StatePill>}
                </li>
              ))}
              {one.ours && (
                <li>
                  <strong className="k-num">{words.bounds(one.ours.bounds)}</strong>
                  <span className="k-dim">{t('figures.ours')}</span>
                </li>
              )}
            </ul>
          </li>
        ))}
      </ul>
    </Card>
  )
}
