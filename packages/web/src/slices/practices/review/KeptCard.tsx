/** What the check found and the author means, with their word why: reviewers judge it too. */
import type { Practice } from '@kerege/contract/practices/record/schema'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { Card } from '../../../ui/Card.tsx'
import check from '../check/check.module.css'
import css from '../practices.module.css'
import { wordOf } from '../record/words.ts'

export function KeptCard({ practice }: { practice: Practice }) {
  const t = useT()
  const format = useFormat()
  const kept = practice.kept ?? []
  if (kept.length === 0) return null
  return (
    <Card title={t('practices.kept')} note={t('practices.keptNote')}>
      <div className={css.stack}>
        {kept.map(one => (
          <div key={[one.field, one.language, one.code, one.words].join('|')}>
            <p className="k-dim k-small">
              {one.field === 'organisation'
                ? t('practices.organisation')
                : wordOf(one.field === 'figures' ? 'fact' : 'text', one.field, t)}{' '}
              · {format.language(one.language)}
            </p>
            <p className={check.excerpt}>
              <mark lang={one.language} dir="auto">
                {one.words}
              </mark>
            </p>
            <p className="k-dim">{wordOf('check', one.code, t)}</p>
            <p dir="auto">
              {t('practices.keptWhy')}: <bdi>{one.why}</bdi>
            </p>
          </div>
        ))}
      </div>
    </Card>
  )
}
