/**
 * What the engine says of a page: which questions are asked after these answers, what is left of the answers then, and what is
 * missing. The same lines on the server and in the browser; the engine itself (survey-core) is handed in, so that this package
 * stands on nothing and the large library is loaded where a form is opened and nowhere else.
 */
import type { Fault } from '../errors.ts'
import { type Answers, type Asked, type AskedQuestion, readAnswers } from './answers.ts'

interface EngineQuestion {
  readonly name: string
  readonly isVisible: boolean
  readonly errors: readonly unknown[]
  /** Of a question that is asked for each of several. */
  readonly panels?: readonly { readonly questions: readonly EngineQuestion[] }[]
}
/** What is used of a survey of SurveyJS. */
export interface Survey {
  data: Record<string, unknown>
  clearIncorrectValues(removeNonExisting: boolean): void
  validate(fireCallback: boolean, focus: boolean): unknown
  getAllQuestions(): readonly EngineQuestion[]
}
export type Engine = new (json: object) => Survey

/** A page as the engine takes it: without words. */
export const surveyOf = (page: Asked): object => ({
  pages: [{ name: page.name, elements: page.elements.map(bare) }],
})
const bare = (one: AskedQuestion): object => ({
  type: one.type,
  name: one.name,
  ...(one.isRequired ? { isRequired: true } : {}),
  ...(one.visibleIf ? { visibleIf: one.visibleIf } : {}),
  ...('choices' in one ? { choices: one.choices.map(choice => choice.value) } : {}),
  ...('templateElements' in one
    ? {
        templateElements: one.templateElements.map(bare),
        ...(one.minPanelCount ? { minPanelCount: one.minPanelCount } : {}),
        maxPanelCount: one.maxPanelCount,
      }
    : {}),
})

export interface Judged {
  /** Without those of questions that are not asked. */
  answers: Answers
  /** Questions that are asked. */
  asked: string[]
  /** What does not fit its question. */
  wrong: Fault[]
  /** What must not stay empty. */
  missing: Fault[]
}

export function judge(survey: Survey, page: Asked, said: Answers): Judged {
  const { answers, faults } = readAnswers(page, said)
  survey.data = structuredClone(answers)
  // Answers of questions that are hidden now would stay otherwise.
  survey.clearIncorrectValues(true)
  survey.validate(true, false)
  const questions = survey.getAllQuestions()
  const asked = questions.filter(one => one.isVisible).map(one => one.name)
  const kept = page.elements.flatMap(({ name }) =>
    asked.includes(name) && name in answers ? [[name, answers[name] ?? ''] as const] : [],
  )
  return {
    answers: Object.fromEntries(kept),
    asked,
    wrong: faults,
    missing: questions.filter(one => one.isVisible).flatMap(one => missingAt(one, `/${one.name}`)),
  }
}

function missingAt(one: EngineQuestion, pointer: string): Fault[] {
  if (one.panels)
    return one.panels.flatMap((panel, at) =>
      panel.questions.flatMap(inner => missingAt(inner, `${pointer}/${at}/${inner.name}`)),
    )
  return one.errors.length > 0 ? [{ pointer, code: 'required' }] : []
}
