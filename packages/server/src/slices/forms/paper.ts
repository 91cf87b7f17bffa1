/**
 * A form on paper, in the language of the family: as it was answered, as far as its pages are open to who prints it, or empty with
 * room to write by hand. In the version by which it was asked, whatever is asked today.
 */
import { join } from 'node:path'
import { Id, type Language } from '@kerege/contract/common'
import type { Answer, Answers } from '@kerege/contract/forms/answers'
import {
  FormStep,
  type FormSheet,
  type Question,
  type SimpleQuestion,
} from '@kerege/contract/forms/definition'
import { z } from 'zod'
import { type Marked, paperSource } from '../../platform/exports/papers.ts'
import { openMessages } from '../../platform/messages.ts'
import { standing } from './beginning.ts'
import { formFor, formOf, sheetIn } from './engine.ts'
import * as store from './store.ts'

const words = openMessages(join(import.meta.dirname, 'messages'))
const dayCell = (day: string) => day.slice(0, 10).split('-').reverse().join('.')
/** Room for a few lines by hand. */
const room = '\n\n\n'

const filled = paperSource({
  of: 'form',
  access: 'casework.read',
  query: z.strictObject({ formId: Id }),
  sheet: async (ctx, { formId }, language) => {
    const t = (key: string) => words(language, key)
    const row = await store.get(ctx, formId)
    const { readable } = await standing(ctx, row.person_id)
    const sheet = await sheetIn(await formOf(row), language)
    const pages = await store.pagesOf(ctx, formId)
    ctx.trail.shown([formId, row.person_id])
    return paper(sheet, language, {
      facts: [
        row.person,
        `${t('version')}: ${row.form_version}`,
        `${t('begun')}: ${dayCell(row.begun_at)}, ${row.begun_name}`,
        row.handed_at ? `${t('handedIn')}: ${dayCell(row.handed_at)}, ${row.handed_name}` : t('draft'),
      ],
      groups: sheet.pages.flatMap(page => {
        const answers: Answers = pages.find(one => one.page === page.name)?.answers ?? {}
        const given = page.elements.filter(one => answers[one.name] !== undefined)
        return readable.includes(page.compartment) && given.length > 0
          ? [{ head: page.title, rows: given.map(one => [one.title, answerText(one, answers[one.name])]) }]
          : []
      }),
    })
  },
})

const empty = paperSource({
  of: 'form-empty',
  access: 'casework.read',
  query: z.strictObject({ step: FormStep }),
  sheet: async (ctx, { step }, language) => {
    const sheet = await sheetIn(await formFor(ctx, step), language)
    return paper(sheet, language, {
      facts: [`${words(language, 'version')}: ${sheet.version}`, sheet.lead],
      groups: sheet.pages.map(page => ({
        head: page.title,
        rows: page.elements.map(one => [
          [one.title, one.description].filter(Boolean).join('\n'),
          one.type === 'paneldynamic'
            ? one.templateElements.map(inner => `${inner.title}: ${boxes(inner)}`).join('\n') + room
            : boxes(one) || room,
        ]),
      })),
    })
  },
})

const paper = (
  sheet: FormSheet,
  language: Language,
  { facts, groups }: Pick<Extract<Marked, { kind: 'table' }>, 'facts' | 'groups'>,
) => ({
  kind: 'table' as const,
  title: sheet.title,
  facts,
  columns: [
    { heading: words(language, 'question'), share: 38 },
    { heading: words(language, 'answer'), share: 62 },
  ],
  groups,
  signatures: [words(language, 'sign.worker'), words(language, 'sign.family')],
  nothing: words(language, 'nothing'),
})

/** Choices to tick by hand. */
const boxes = (one: SimpleQuestion): string =>
  'choices' in one ? one.choices.map(choice => `□ ${choice.text}`).join('\n') : ''

function answerText(one: Question, value: Answer | undefined): string {
  if (one.type !== 'paneldynamic') return simpleText(one, value)
  const rows = (Array.isArray(value) ? value : []) as Record<string, Answer>[]
  return rows
    .map(row =>
      one.templateElements
        .filter(inner => row[inner.name] !== undefined)
        .map(inner => `${inner.title}: ${simpleText(inner, row[inner.name])}`)
        .join('\n'),
    )
    .join('\n\n')
}

function simpleText(one: SimpleQuestion, value: Answer | undefined): string {
  if ('choices' in one) {
    const all = Array.isArray(value) ? value : [value]
    return all.map(code => one.choices.find(choice => choice.value === code)?.text ?? '').join(', ')
  }
  return one.type === 'text' && one.inputType === 'date' ? dayCell(String(value)) : String(value)
}

export const formPapers = [filled, empty]
