/**
 * The engine of forms in the browser: the same library and the same lines as on the node. It comes with the first form that is
 * written on, in a file of its own. Where it cannot be fetched every question is shown, and the node judges as ever.
 */
import type { Answers } from '@kerege/contract/forms/answers'
import type { SheetPage } from '@kerege/contract/forms/definition'
import { type Engine, judge, type Judged, surveyOf } from '@kerege/contract/forms/judging'
import { useEffect, useState } from 'react'

export type Judge = (page: SheetPage, said: Answers) => Judged

/** `undefined` while it comes; `null` where it cannot be had. */
export function useEngine(wanted: boolean): Judge | null | undefined {
  const [judgeOf, setJudge] = useState<{ judge: Judge | null }>()
  useEffect(() => {
    if (!wanted || judgeOf) return
    let gone = false
    const keep = (found: Judge | null) => {
      if (!gone) setJudge({ judge: found })
    }
    import('survey-core').then(
      // Its own types tell of much more than is used here.
      ({ Model }) => keep(ready(Model as unknown as Engine)),
      () => keep(null),
    )
    return () => {
      gone = true
    }
  }, [wanted, judgeOf])
  return judgeOf?.judge
}

function ready(Model: Engine): Judge {
  const surveys = new WeakMap<SheetPage, InstanceType<Engine>>()
  return (page, said) => {
    const survey = surveys.get(page) ?? new Model(surveyOf(page))
    surveys.set(page, survey)
    return judge(survey, page, said)
  }
}
