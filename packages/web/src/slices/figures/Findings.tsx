/** What our own arithmetic says of numbers that do not fit. It changes none of them. */
import { findings } from '@kerege/contract/figures/arithmetic'
import { Link } from '@tanstack/react-router'
import { useT } from '../../i18n/useT.tsx'
import { Card } from '../../ui/Card.tsx'
import type { Shown } from './api.ts'
import css from './figures.module.css'
import { useFigureWords } from './words.ts'

export function Findings({ all }: { all: readonly Shown[] }) {
  const t = useT()
  const words = useFigureWords()
  const known = new Map(all.map(one => [one.id, one]))
  const found = findings(all)
  return (
    <Card flush title={t('figures.reckoned')} note={t('figures.ours')}>
      {found.length === 0 && <p className={css.empty}>{t('figures.allFits')}</p>}
      <ul>
        {found.map(finding => {
          const one = known.get(finding.statementId)
          if (!one) return null
          const sentence = t(`figures.finding.${finding.rule}`, {
            ours: words.bounds(finding.ours),
            said: words.bounds(finding.said),
          })
          return (
            <li key={`${finding.rule} ${finding.statementId} ${finding.part}`} className={css.row}>
              <Link to={`/figures/${one.id}`}>{words.thing(one, finding.part)}</Link>
              <span>{sentence}</span>
            </li>
          )
        })}
      </ul>
    </Card>
  )
}
