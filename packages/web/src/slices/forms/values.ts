/** What a page of a form holds while somebody writes on it, and what of it is sent. */
import { Answers, readAnswers } from '@kerege/contract/forms/answers'
import type { SheetPage } from '@kerege/contract/forms/definition'
import { CorrectPage, type FormPage, SavePage } from '@kerege/contract/forms/schema'
import { withoutBlanks } from '../../ui/form/pointer.ts'
import type { Judge } from './useEngine.ts'

/** With what had been read when it began: a draft that waited in the tab must not pass over what a colleague kept since. */
export interface Writing {
  answers: Answers
  base: Answers
  seen: number
  reason?: string
}

export function writingOf(page: SheetPage, stored: FormPage): Writing {
  const base = stored.now?.answers ?? {}
  const repeated = page.elements.flatMap(one =>
    one.type === 'paneldynamic' && one.minPanelCount && base[one.name] === undefined
      ? [[one.name, [{}]] as [string, Answers[string]]]
      : [],
  )
  return { answers: { ...base, ...Object.fromEntries(repeated) }, base, seen: stored.version }
}

/** As the node takes it: numbers are numbers, and what is not asked any more is left out. */
export function sentOf(page: SheetPage, values: unknown, judge: Judge | null | undefined): unknown {
  const { base: _, answers = {}, ...rest } = values as Writing
  const typed = numbered(page, (withoutBlanks(answers) ?? {}) as Record<string, unknown>)
  const asked = judge && Answers.safeParse(typed).success ? judge(page, typed as Answers).asked : undefined
  return {
    ...rest,
    answers: asked
      ? Object.fromEntries(Object.entries(typed).filter(([name]) => asked.includes(name)))
      : typed,
  }
}

function numbered(page: SheetPage, answers: Record<string, unknown>): Record<string, unknown> {
  const of = (
    elements: readonly { name: string; type: string; inputType?: string | undefined }[],
    row: object,
  ) =>
    Object.fromEntries(
      Object.entries(row).map(([name, value]) => {
        const one = elements.find(each => each.name === name)
        return [name, one?.inputType === 'number' ? toNumber(value) : value]
      }),
    )
  const first = of(page.elements as Parameters<typeof of>[0], answers)
  return Object.fromEntries(
    Object.entries(first).map(([name, value]) => {
      const one = page.elements.find(each => each.name === name)
      const rows = one?.type === 'paneldynamic' && Array.isArray(value) ? value : undefined
      return [
        name,
        rows && one?.type === 'paneldynamic' ? rows.map(row => of(one.templateElements, row)) : value,
      ]
    }),
  )
}

// What is no number stays as it was typed, and is named as a fault.
const toNumber = (value: unknown) =>
  typeof value === 'string' && /^\d{1,4}$/.test(value.trim()) ? Number(value) : value

/** A draft has to fit; a page that stands has to be whole as well. */
export function schemaOf(
  page: SheetPage,
  correcting: boolean,
  judge: Judge | null | undefined,
  whole: boolean,
) {
  const schema = correcting ? CorrectPage : SavePage
  return schema.superRefine(({ answers }, context) => {
    const { faults } = readAnswers(page, answers)
    const missing = whole && judge ? judge(page, answers).missing : []
    for (const { pointer, code } of [...faults, ...missing]) {
      const path = pointer
        .split('/')
        .slice(1)
        .map(part => (/^\d+$/.test(part) ? Number(part) : part))
      context.addIssue({ code: 'custom', message: code, path: ['answers', ...path] })
    }
  })
}
