/** Answers as they were given, each under its question: to be read, by whoever may read the page. */
import type { Answer, Answers } from '@kerege/contract/forms/answers'
import type { Question, SheetPage, SimpleQuestion } from '@kerege/contract/forms/definition'
import { useFormat } from '../../i18n/useFormat.tsx'
import { useT } from '../../i18n/useT.tsx'
import css from './forms.module.css'

export function AnswerList({ page, answers }: { page: SheetPage; answers: Answers }) {
  const t = useT()
  const given = page.elements.filter(one => answers[one.name] !== undefined)
  if (given.length === 0) return <p className="k-dim">{t('forms.nothingYet')}</p>
  return (
    <dl className={css.answers}>
      {given.map(one => (
        <div key={one.name}>
          <dt>{one.title}</dt>
          <dd dir="auto">
            <AnswerText one={one} value={answers[one.name]} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

export function AnswerText({ one, value }: { one: Question; value: Answer | undefined }) {
  const format = useFormat()
  const simple = (each: SimpleQuestion, said: unknown): string => {
    if (said === undefined || said === '') return '–'
    if ('choices' in each) {
      const all = Array.isArray(said) ? said : [said]
      return format.list(
        all.map(code => each.choices.find(choice => choice.value === code)?.text ?? String(code)),
      )
    }
    return each.type === 'text' && each.inputType === 'date'
      ? format.date(String(said), 'text')
      : String(said)
  }
  if (one.type !== 'paneldynamic') return <>{simple(one, value)}</>
  const rows = (Array.isArray(value) ? value : []) as Record<string, unknown>[]
  return (
    <ul className={css.rows}>
      {rows.map((row, nth) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows of an answer have no other identity than their place
        <li key={nth}>
          {one.templateElements
            .filter(each => row[each.name] !== undefined)
            .map(each => `${each.title}: ${simple(each, row[each.name])}`)
            .join(' · ')}
        </li>
      ))}
    </ul>
  )
}
