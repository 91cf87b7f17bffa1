/** What two contents of a practice say differently, field by field and side by side. */
import { languages } from '@kerege/contract/common'
import type { PracticeContent, TextField } from '@kerege/contract/practices/content'
import { changedFields } from '@kerege/contract/practices/record/changes'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import css from '../practices.module.css'
import { factText, fieldText } from './words.ts'

interface Props {
  before: PracticeContent
  after: PracticeContent
  /** What stands over each side. */
  heads: readonly [string, string]
}

export function Changes({ before, after, heads }: Props) {
  const t = useT()
  const format = useFormat()
  const changed = changedFields(before, after)
  if (changed.length === 0) return <p className="k-dim">{t('practices.noChanges')}</p>
  return (
    <div className={css.changes}>
      {changed.flatMap(field => {
        const name = field.split('.')[1] ?? ''
        if (field.startsWith('facts.')) {
          const sides = [before, after].map(one => factText(name, one.facts, t, format))
          return [<Pair key={field} title={fieldText(field, t)} heads={heads} sides={sides} />]
        }
        return languages.flatMap(language => {
          const [was, is] = [before, after].map(one => one.texts[name as TextField]?.[language])
          if (was?.text === is?.text) return []
          return [
            <Pair
              key={`${field} ${language}`}
              title={`${fieldText(field, t)} (${format.language(language)})`}
              heads={heads}
              sides={[was?.text ?? '', is?.text ?? '']}
              lang={language}
            />,
          ]
        })
      })}
    </div>
  )
}

interface PairProps {
  title: string
  heads: readonly [string, string]
  sides: readonly string[]
  lang?: string
}

function Pair({ title, heads, sides, lang }: PairProps) {
  const t = useT()
  return (
    <section>
      <h3>{title}</h3>
      <div className={css.beforeAfter}>
        {heads.map((head, at) => (
          <div key={head}>
            <div className="k-dim k-small">{head}</div>
            <div dir="auto" {...(lang && sides[at] ? { lang } : {})}>
              {sides[at] || t('practices.nothing')}
            </div>
          </div>
        ))}
      </div>
    </section>
  )
}
