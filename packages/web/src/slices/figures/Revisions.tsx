/** What was written down before, the newest first, with who changed it and why. */
import { parts, type Revision } from '@kerege/contract/figures/schema'
import { useFormat } from '../../i18n/useFormat.tsx'
import { useT } from '../../i18n/useT.tsx'
import { Card } from '../../ui/Card.tsx'
import css from './figures.module.css'
import { useFigureWords } from './words.ts'

export function Revisions({ revisions }: { revisions: readonly Revision[] }) {
  const t = useT()
  const format = useFormat()
  const words = useFigureWords()
  return (
    <Card flush title={t('figures.before')}>
      <ol>
        {revisions.map(one => (
          <li key={one.version} className={css.revision}>
            <div>
              {parts
                .flatMap(part => {
                  const reported = one.values[part]
                  return reported ? [`${t(`figures.part.${part}`)} ${words.reported(reported)}`] : []
                })
                .join(' · ')}
            </div>
            {one.reason && <div dir="auto">{one.reason}</div>}
            <div className="k-dim k-small">
              {[one.by, format.date(one.at, 'exact')].filter(Boolean).join(' · ')}
            </div>
          </li>
        ))}
      </ol>
    </Card>
  )
}
