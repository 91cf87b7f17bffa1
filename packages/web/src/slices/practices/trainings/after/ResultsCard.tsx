/** What the group answered before and after, side by side, and half a year later. Says why where nothing is told. */
import type { Question, Result } from '@kerege/contract/practices/trainings/after/schema'
import { fewestAnswers } from '@kerege/contract/practices/trainings/events/rules'
import type { Event } from '@kerege/contract/practices/trainings/events/schema'
import { useFormat } from '../../../../i18n/useFormat.tsx'
import { useT } from '../../../../i18n/useT.tsx'
import { Card } from '../../../../ui/Card.tsx'
import { Said } from '../../../council/parts/Said.tsx'
import css from '../trainings.module.css'

export function ResultsCard({ event }: { event: Event }) {
  const t = useT()
  const { before, after, questions } = event
  if (questions.length === 0 || event.standing === 'planned') return null
  return (
    <>
      <Card title={t('trainings.results')} note={t('trainings.results.group')}>
        <div className={css.inside}>
          {(['before', 'after'] as const).map(phase => (
            <Why key={phase} event={event} phase={phase} />
          ))}
          {(before.results || after.results) && (
            <table className={css.table}>
              <thead>
                <tr>
                  <th scope="col">{t('trainings.question')}</th>
                  <th scope="col">{t('trainings.phase.before')}</th>
                  <th scope="col">{t('trainings.phase.after')}</th>
                </tr>
              </thead>
              <tbody>
                {questions.map(one => (
                  <tr key={one.id}>
                    <th scope="row">
                      <Said text={one.text} />
                    </th>
                    <td data-label={t('trainings.phase.before')}>
                      <Told question={one} results={before.results} />
                    </td>
                    <td data-label={t('trainings.phase.after')}>
                      <Told question={one} results={after.results} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </div>
      </Card>
      <Later event={event} />
    </>
  )
}

function Why({ event, phase }: { event: Event; phase: 'before' | 'after' }) {
  const t = useT()
  const { state, answers, results } = event[phase]
  const name = t(`trainings.phase.${phase}`)
  if (results) return <p className="k-dim">{t('trainings.results.n', { phase: name, n: answers })}</p>
  if (state === 'over')
    return <p className="k-dim">{t('trainings.results.few', { phase: name, few: fewestAnswers })}</p>
  return <p className="k-dim">{t(`trainings.results.${state}`, { phase: name })}</p>
}

function Told({ question, results }: { question: Question; results: readonly Result[] | undefined }) {
  const t = useT()
  const format = useFormat()
  const values = results?.find(one => one.questionId === question.id)?.values
  if (!values) return <span className="k-dim">{t('trainings.results.withheld')}</span>
  const count = values.reduce((sum, one) => sum + one.count, 0)
  if (question.kind === 'scale') {
    const mean = values.reduce((sum, one) => sum + one.value * one.count, 0) / count
    return <span className="k-num">{t('trainings.results.mean', { mean: format.number(mean, 1) })}</span>
  }
  return (
    <ul>
      {values.map(one => {
        const option = question.options[one.value]
        return (
          <li key={one.value}>
            {option ? <Said text={option} /> : one.value}: <span className="k-num">{one.count}</span>
          </li>
        )
      })}
    </ul>
  )
}

function Later({ event }: { event: Event }) {
  const t = useT()
  const { state, answers, results } = event.followUp
  if (state === 'to-come') return null
  return (
    <Card title={t('trainings.followUp')} note={t('trainings.results.group')}>
      {!results && (
        <p className="k-dim">
          {state === 'running'
            ? t('trainings.results.running', { phase: t('trainings.followUp') })
            : t('trainings.results.few', { phase: t('trainings.followUp'), few: fewestAnswers })}
        </p>
      )}
      {results && (
        <div className={css.inside}>
          <p className="k-dim">{t('trainings.results.n', { phase: t('trainings.followUp'), n: answers })}</p>
          <ul>
            {(['much', 'some', 'not-yet'] as const).map(one => (
              <li key={one}>
                {t(`trainings.used.${one}`)}: <span className="k-num">{results.used[one]}</span>
              </li>
            ))}
          </ul>
          {results.hindered.length > 0 && (
            <div>
              <h3>{t('trainings.hindered')}</h3>
              <ul>
                {results.hindered.map(one => (
                  <li key={one.what}>
                    {t(`trainings.hindered.${one.what}`)}: <span className="k-num">{one.count}</span>
                  </li>
                ))}
              </ul>
            </div>
          )}
          <Words title={t('trainings.usedWords')} words={results.words} />
          <Words title={t('trainings.hinderedWords')} words={results.obstacles} />
        </div>
      )}
    </Card>
  )
}

function Words({ title, words }: { title: string; words: readonly string[] }) {
  if (words.length === 0) return null
  return (
    <div>
      <h3>{title}</h3>
      <ul>
        {words.map((one, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two may have said the same
          <li key={at} dir="auto">
            {one}
          </li>
        ))}
      </ul>
    </div>
  )
}
