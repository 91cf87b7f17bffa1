/** Questions in short, as rows: while somebody types one, and in the search. */
import type { QuestionRow } from '@kerege/contract/practices/questions/schema'
import { Link } from '@tanstack/react-router'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import css from '../talk.module.css'
import { QuestionState } from './parts.tsx'

export function QuestionRows({ rows }: { rows: readonly QuestionRow[] }) {
  const t = useT()
  const format = useFormat()
  return (
    <ul className={css.rows}>
      {rows.map(row => (
        <li key={row.id}>
          <div className={css.words}>
            <Link to={`/questions/${row.id}`} lang={row.language} dir="auto">
              {row.title}
            </Link>
            <div className="k-dim k-small">
              {format.language(row.language)} · {t('practices.questions.answersN', { n: row.answers })}
            </div>
          </div>
          <QuestionState row={row} />
        </li>
      ))}
    </ul>
  )
}
