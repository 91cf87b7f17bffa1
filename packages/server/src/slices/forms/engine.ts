/**
 * The engine of forms, and the questions it judges by. Both are large and most days nobody needs them: they are loaded with the
 * first form that is opened, and a page is made ready once.
 */
import type { FormStep } from '@kerege/contract/forms/definition'
import type { Answers } from '@kerege/contract/forms/answers'
import { type Engine, judge, type Judged, surveyOf } from '@kerege/contract/forms/judging'
import type { Context } from '../../platform/context.ts'
import { remembering } from '@kerege/contract/remembering'

const library = () => import('@kerege/contract/forms/definitions')

type Library = Awaited<ReturnType<typeof library>>
export type Definition = Library['definitions'][number]
export type PageOf = Definition['pages'][number]

export const findForm = async (id: string, version: number): Promise<Definition | undefined> =>
  (await library()).findForm(id, version)

/** What is asked today at a step, as the profile of the state names it. */
export const formFor = async (ctx: Context, step: FormStep): Promise<Definition> => {
  const found = (await library()).formFor(step, ctx.node.profile.forms)
  if (!found) throw new Error('a step without a form')
  return found
}

/** The form by which something was answered. */
export async function formOf(row: { form: string; form_version: number }): Promise<Definition> {
  const found = await findForm(row.form, row.form_version)
  if (!found) throw new Error('a form by a version that does not ship')
  return found
}

export const sheetIn = async (
  form: Definition,
  language: Parameters<Library['spokenIn']>[1],
): Promise<ReturnType<Library['spokenIn']>> => (await library()).spokenIn(form, language)

/** By `form version page`. */
const surveys = remembering(async (name: string) => {
  const [id = '', version = '', pageName] = name.split(' ')
  const page = (await findForm(id, Number(version)))?.pages.find(one => one.name === pageName)
  if (!page) throw new Error('a page that no form has')
  const { Model } = await import('survey-core')
  // Its own types tell of much more than is used here.
  return { page, survey: new (Model as unknown as Engine)(surveyOf(page)) }
})

export async function judged(form: Definition, page: string, said: Answers): Promise<Judged> {
  const ready = await surveys(`${form.id} ${form.version} ${page}`)
  return judge(ready.survey, ready.page, said)
}
