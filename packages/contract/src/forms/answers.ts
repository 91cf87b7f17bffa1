/**
 * Answers to a page: which there are, and that each fits its question. What is asked at all, and what must not stay empty, the
 * engine decides (`judging.ts`); here a text is a text and a choice is one of those that there are, whatever was sent.
 */
import { z } from 'zod'
import { paragraph, PlainDate } from '../common.ts'
import type { Fault } from '../errors.ts'
import { QuestionName, type Question, type SheetPage, type SimpleQuestion } from './definition.ts'

const Single = z.union([z.string().max(4000), z.number(), z.array(z.string().max(60)).max(40)])
const Value = z.union([Single, z.array(z.record(QuestionName, Single)).max(40)])
/** By question. Its own rules come from the form. */
export const Answers = z.record(QuestionName, Value).refine(all => Object.keys(all).length <= 60, 'too-big')
export type Answers = z.infer<typeof Answers>
export type Answer = Answers[string]
type SingleAnswer = z.infer<typeof Single>
type Row = Record<string, SingleAnswer>

/** What may be asked of words that are not read here: only names, kinds and choices count. */
export type Asked = Pick<SheetPage, 'name'> & { elements: readonly AskedQuestion[] }
type Wordless<One> = One extends { choices: unknown }
  ? Omit<One, 'title' | 'description' | 'choices'> & { choices: readonly { value: string }[] }
  : Omit<One, 'title' | 'description'>
type AskedSimple = Wordless<SimpleQuestion>
export type AskedQuestion =
  | AskedSimple
  | (Omit<Extract<Question, { type: 'paneldynamic' }>, 'title' | 'description' | 'templateElements'> & {
      templateElements: readonly AskedSimple[]
    })

export interface Read {
  answers: Answers
  faults: Fault[]
}

/** In the order of the form, blanks left out, texts trimmed and composed. */
export function readAnswers(page: Asked, said: Answers): Read {
  const known = new Set(page.elements.map(one => one.name))
  const read: Read = {
    answers: {},
    faults: Object.keys(said)
      .filter(name => !known.has(name))
      .map(name => ({ pointer: `/${name}`, code: 'not-found' })),
  }
  for (const one of page.elements) {
    const value = Object.hasOwn(said, one.name) ? said[one.name] : undefined
    const result = one.type === 'paneldynamic' ? readRows(one, value) : readOne(one, value, `/${one.name}`)
    read.faults.push(...result.faults)
    if (result.value !== undefined) read.answers[one.name] = result.value
  }
  return read
}

type Result<Value> = { value?: Value; faults: Fault[] }
const wrong = (pointer: string, code: string, params?: Fault['params']): Result<never> => ({
  faults: [{ pointer, code, ...(params ? { params } : {}) }],
})

function readRows(
  one: Extract<AskedQuestion, { type: 'paneldynamic' }>,
  value: Answer | undefined,
): Result<Answer> {
  const pointer = `/${one.name}`
  if (value === undefined) return { faults: [] }
  if (!Array.isArray(value) || value.some(row => typeof row !== 'object')) return wrong(pointer, 'not-valid')
  if (value.length > one.maxPanelCount) return wrong(pointer, 'too-big', { maximum: one.maxPanelCount })
  const faults: Fault[] = []
  const rows = (value as Row[]).map((row, at) => {
    const names = one.templateElements.map(inner => inner.name)
    for (const name of Object.keys(row)) {
      if (!names.includes(name)) faults.push({ pointer: `${pointer}/${at}/${name}`, code: 'not-found' })
    }
    const kept = one.templateElements.flatMap(inner => {
      const said = Object.hasOwn(row, inner.name) ? row[inner.name] : undefined
      const result = readOne(inner, said, `${pointer}/${at}/${inner.name}`)
      faults.push(...result.faults)
      return result.value === undefined ? [] : [[inner.name, result.value] as const]
    })
    return Object.fromEntries(kept)
  })
  return { value: rows, faults }
}

function readOne(one: AskedSimple, value: Answer | undefined, pointer: string): Result<SingleAnswer> {
  if (value === undefined || value === '') return { faults: [] }
  switch (one.type) {
    case 'text':
      if (one.inputType === 'number') return readNumber(one, value, pointer)
      if (one.inputType === 'date')
        return PlainDate.safeParse(value).success
          ? { value: value as string, faults: [] }
          : wrong(pointer, 'not-valid')
      return readText(value, one.maxLength ?? 400, pointer)
    case 'comment':
      return readText(value, one.maxLength, pointer)
    case 'radiogroup':
      return one.choices.some(choice => choice.value === value)
        ? { value: value as string, faults: [] }
        : wrong(pointer, 'not-valid')
    case 'checkbox': {
      const values = one.choices.map(choice => choice.value)
      if (!Array.isArray(value) || value.some(each => typeof each !== 'string' || !values.includes(each)))
        return wrong(pointer, 'not-valid')
      const ticked = values.filter(each => (value as string[]).includes(each))
      return ticked.length > 0 ? { value: ticked, faults: [] } : { faults: [] }
    }
  }
}

function readText(value: Answer, most: number, pointer: string): Result<string> {
  if (typeof value !== 'string') return wrong(pointer, 'not-valid')
  if (value.length > most) return wrong(pointer, 'too-big', { maximum: most })
  if (value.trim() === '') return { faults: [] }
  const found = paragraph(most).safeParse(value)
  return found.success ? { value: found.data, faults: [] } : wrong(pointer, 'forbidden-characters')
}

function readNumber(
  one: { min?: number | undefined; max?: number | undefined },
  value: Answer,
  pointer: string,
): Result<number> {
  if (typeof value !== 'number' || !Number.isFinite(value)) return wrong(pointer, 'not-valid')
  if (one.min !== undefined && value < one.min) return wrong(pointer, 'too-small', { minimum: one.min })
  if (one.max !== undefined && value > one.max) return wrong(pointer, 'too-big', { maximum: one.max })
  return { value, faults: [] }
}
