/**
 * One question a screen, with big answers and by keyboard: the digit of an answer gives it. The official words stand there
 * where the node has them on file; else the number, and the paper form lies beside the screen.
 */
import { findInstrument } from '@kerege/contract/assessments/instruments'
import type { Instrument } from '@kerege/contract/assessments/instrument'
import type { Assessment, InstrumentText } from '@kerege/contract/assessments/schema'
import { isAsked, safetyRules } from '@kerege/contract/assessments/score'
import { Button } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { useEffect, useRef, useState } from 'react'
import { queryClient } from '../../api.ts'
import { useT } from '../../i18n/useT.tsx'
import { Card } from '../../ui/Card.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { problemText } from '../../ui/problems.ts'
import { toast } from '../../ui/toasts.ts'
import { useInstruments, useText } from './api.ts'
import css from './assessments.module.css'
import { useKept } from './useKept.ts'

type Answers = Record<string, number>

export function Questions({ one }: { one: Assessment }) {
  const instrument = findInstrument(one.instrument, one.instrumentVersion)
  const rows = useInstruments().data?.body.rows
  const has = rows?.find(row => row.id === one.instrument)?.texts.some(text => text.language === one.language)
  const text = useText(one.instrument, has ? one.language : undefined).data?.body
  return instrument ? <Asking one={one} instrument={instrument} text={text} /> : null
}

interface Props {
  one: Assessment
  instrument: Instrument
  text: InstrumentText | undefined
}

function Asking({ one, instrument, text }: Props) {
  const t = useT()
  const node = useKept(one)
  const [answers, setAnswers] = useState<Answers>(one.answers ?? {})
  const items = instrument.items.filter(item => isAsked(item, answers))
  const [at, go] = useState(() => Math.max(0, firstOpen(instrument, one.answers ?? {})))
  const item = items[at]
  const safety = safetyRules(instrument, answers).length > 0
  const give = (value: number | undefined) => {
    if (!item) return
    const { [item.id]: _, ...rest } = answers
    const next = value === undefined ? rest : { ...rest, [item.id]: value }
    setAnswers(next)
    // After a pause: arrow keys pass over answers that nobody gave.
    node.keep({ answers: next })
  }
  const leave = (to: number) => {
    node.flush()
    go(to)
  }
  return (
    <div className="k-narrow k-stack">
      {safety && (
        <Notice kind="stop" live>
          {t(node.problem === undefined ? 'assessments.safety' : 'assessments.safetyWaits')}
        </Notice>
      )}
      {node.problem !== undefined && (
        <Notice kind="stop" live>
          {problemText(node.problem, 'assessments')}
        </Notice>
      )}
      {!text && <Notice kind="info">{t('assessments.noText')}</Notice>}
      {text?.intro && at === 0 && (
        <p className="k-read" lang={text.language}>
          {text.intro}
        </p>
      )}
      {item ? (
        <Question
          key={item.id}
          n={at + 1}
          of={items.length}
          words={text?.items[item.id]}
          lang={text?.language}
          optional={item.optional === true}
          values={instrument.responses[item.responses]?.values ?? []}
          names={text?.answers ?? {}}
          given={answers[item.id]}
          onGive={give}
          onBack={at > 0 ? () => leave(at - 1) : undefined}
          onNext={() => leave(at + 1)}
        />
      ) : (
        <Look
          instrument={instrument}
          answers={answers}
          onGo={id => go(items.findIndex(one => one.id === id))}
          finish={() => node.finish({ answers })}
        />
      )}
    </div>
  )
}

/** Where one goes on: at the first question without an answer. */
const firstOpen = (instrument: Instrument, answers: Answers): number => {
  const items = instrument.items.filter(item => isAsked(item, answers))
  const open = items.findIndex(item => !item.optional && answers[item.id] === undefined)
  return open < 0 ? items.length : open
}

interface QuestionProps {
  n: number
  of: number
  words: string | undefined
  lang: string | undefined
  optional: boolean
  values: readonly number[]
  names: Readonly<Record<string, string>>
  given: number | undefined
  onGive: (value: number | undefined) => void
  onBack: (() => void) | undefined
  onNext: () => void
}

function Question(props: QuestionProps) {
  const { n, of, words, lang, optional, values, names, given, onGive, onBack, onNext } = props
  const t = useT()
  const head = useRef<HTMLLegendElement>(null)
  // The next question is read aloud: focus goes to its words.
  useEffect(() => {
    head.current?.focus()
  }, [])
  useHotkeys(values.map(value => [String(value), () => onGive(value)] as [string, () => void]))
  return (
    <Card>
      <fieldset className={css.asked}>
        <legend ref={head} tabIndex={-1}>
          <span className="k-dim k-small">{t('assessments.questionOf', { n, of })}</span>
          <span className={css.words} {...(words && lang ? { lang } : {})}>
            {words ?? t('assessments.question', { n })}
          </span>
        </legend>
        {optional && <p className="k-dim">{t('assessments.optional')}</p>}
        {[...values, undefined].map(value => (
          <label key={value ?? 'none'} className={css.answer}>
            <input type="radio" name="answer" checked={given === value} onChange={() => onGive(value)} />
            {value !== undefined && <span className={css.value}>{value}</span>}
            <span {...(value !== undefined && names[value] && lang ? { lang } : {})}>
              {value === undefined ? t('assessments.skip') : names[value]}
            </span>
          </label>
        ))}
      </fieldset>
      <div className={css.acts}>
        {onBack && (
          <Button variant="default" size="md" onClick={onBack}>
            {t('assessments.back')}
          </Button>
        )}
        <Button size="md" onClick={onNext}>
          {t(n === of ? 'assessments.look' : 'assessments.next')}
        </Button>
      </div>
    </Card>
  )
}

interface LookProps {
  instrument: Instrument
  answers: Answers
  onGo: (item: string) => void
  finish: () => Promise<unknown>
}

/** All answers once more before it is finished; each leads back to its question. */
function Look({ instrument, answers, onGo, finish }: LookProps) {
  const t = useT()
  const [state, setState] = useState<{ sending?: boolean; problem?: unknown }>({})
  const items = instrument.items.filter(item => isAsked(item, answers))
  const missing = items.filter(item => !item.optional && answers[item.id] === undefined).length
  const send = async () => {
    setState({ sending: true })
    try {
      await finish()
      toast(t('assessments.finished'))
      void queryClient.invalidateQueries()
    } catch (problem) {
      setState({ problem })
    }
  }
  return (
    <Card title={t('assessments.look')}>
      <ol className={css.look}>
        {items.map((item, at) => (
          <li key={item.id}>
            <button type="button" className="k-link" onClick={() => onGo(item.id)}>
              {t('assessments.question', { n: at + 1 })}
            </button>
            <span className="k-num">{answers[item.id] ?? t('assessments.skip')}</span>
          </li>
        ))}
      </ol>
      {missing > 0 && <Notice kind="wait">{t('assessments.missing', { n: missing })}</Notice>}
      {state.problem !== undefined && (
        <Notice kind="stop" live>
          {problemText(state.problem, 'assessments')}
        </Notice>
      )}
      <div className={css.acts}>
        <Button size="md" loading={state.sending === true} onClick={() => void send()}>
          {t('assessments.finish')}
        </Button>
      </div>
    </Card>
  )
}
