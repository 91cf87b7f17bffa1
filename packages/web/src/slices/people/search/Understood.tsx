/** What the search took the text for: each word with the part of a name that it seems to be, a date, a number. */
import type { UnderstoodQuery } from '@kerege/contract/people/schema'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import css from '../people.module.css'
import { Spelling } from '../Spelling.tsx'

export function Understood({ query }: { query: UnderstoodQuery }) {
  const t = useT()
  const format = useFormat()
  const { words, birth, number } = query
  if (words.length === 0 && !number) return null
  return (
    <p className={css.understood}>
      <span className="k-dim">{t('people.search.understood')}</span>
      {words.map((word, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a name may hold one word twice, and its words keep their order
        <span key={`${word.text} ${at}`} className={css.chip}>
          <span className="k-dim">
            {t(word.initial ? 'people.search.as.initial' : `people.search.as.${word.role}`)}
          </span>{' '}
          <Spelling text={word.text} />
        </span>
      ))}
      {birth && (
        <span className={css.chip}>
          <span className="k-dim">{t('people.search.as.birth')}</span> {format.birth(birth)}
        </span>
      )}
      {number && (
        <span className={css.chip}>
          <span className="k-dim">{t('people.search.as.number')}</span> <bdi>{number}</bdi>
        </span>
      )}
    </p>
  )
}
