/**
 * Cells of one practice, from a row or from a form, as what it says. Every fault names its column; what could not be read is
 * told once. Texts are drafts until somebody has checked them.
 */
import { type Language, languages, type MultiText } from '@kerege/contract/common'
import { faultsOf } from '@kerege/contract/errors'
import { neededFields, type PracticeContent, textFields } from '@kerege/contract/practices/content'
import { MakePractice } from '@kerege/contract/practices/record/schema'
import type { z } from 'zod'
import {
  type Column,
  type FactColumn,
  type List,
  codeFor,
  codesOf,
  countryFor,
  textColumn,
} from './columns.ts'

export interface Cell {
  readonly text: string
  /** Would be computed, or is an error of that. */
  readonly computed?: boolean
}
export interface CellFault {
  readonly field: Column
  readonly code: string
}
export type Draft = z.output<typeof MakePractice>

export interface ReadPractice {
  readonly draft?: Draft
  readonly title: string
  readonly missing: readonly string[]
  readonly faults: readonly CellFault[]
}

/** @param home state where the importer works: where it was done, unless a cell says otherwise */
export function readCells(
  cells: ReadonlyMap<Column, Cell>,
  id: string,
  home: string | undefined,
): ReadPractice {
  const faults: CellFault[] = []
  const fault = (field: Column, code: string) => {
    faults.push({ field, code })
    return undefined
  }
  for (const [column, cell] of cells) if (cell.computed) fault(column, 'sheet-computed')
  const text = (column: Column) => (cells.get(column)?.text ?? '').trim()
  const many = (column: FactColumn, list: List): string[] => {
    const all = pieces(text(column), /[;\n]/).flatMap(word =>
      codeFor(list, word) === undefined ? pieces(word, /,/) : [word],
    )
    const found = [
      ...new Set(all.flatMap(word => codeFor(list, word) ?? fault(column, 'sheet-unknown-word') ?? [])),
    ]
    // A form whose choices nobody has touched says nothing.
    return found.length === codesOf(list).length ? [] : found
  }
  const one = (column: FactColumn, list: List): string | undefined => {
    const found = many(column, list)
    return found.length > 1 ? fault(column, 'sheet-one-word') : found[0]
  }
  const number = (column: FactColumn): number | undefined => {
    const said = text(column)
    if (said === '') return undefined
    return /^\d{1,5}$/.test(said) ? Number(said) : fault(column, 'sheet-number')
  }
  const said = text('country')
  const country =
    said === ''
      ? (home ?? fault('country', 'required'))
      : (countryFor(said) ?? fault('country', 'sheet-unknown-word'))
  const texts = Object.fromEntries(textFields.flatMap(field => entry(field, textOf(field, text))))
  const title = languages.map(language => text(textColumn('title', language))).find(Boolean) ?? ''
  const ages = { ...optional('from', number('age_from')), ...optional('to', number('age_to')) }
  const input = {
    id,
    audience: one('readers', 'readers') ?? 'practitioners',
    licence: one('licence', 'licence') ?? 'CC-BY-4.0',
    ...optional('organisation', textOf('organisation', text)),
    content: {
      texts,
      facts: {
        domains: many('domains', 'domain'),
        themes: [],
        settings: many('settings', 'setting'),
        audience: many('audience', 'group'),
        ages,
        sex: one('sex', 'sex') ?? 'any',
        country,
        ...optional('since', number('since')),
        ...optional('until', number('until')),
        ...optional('cost', one('cost', 'cost')),
        ...optional('weeks', number('weeks')),
        // The weakest level is claimed for nobody who says none.
        evidenceLevel: one('evidenceLevel', 'evidence') ?? 'told',
        figures: [],
        sources: pieces(text('sources'), /\n/).map(sourceOf),
        related: [],
      },
    },
  }
  const told = new Set<Column>(faults.map(each => each.field))
  const parsed = MakePractice.safeParse(input, { reportInput: true })
  if (!parsed.success) {
    for (const { pointer, code } of faultsOf(parsed.error)) {
      const field = columnAt(pointer)
      if (!told.has(field)) fault(field, code)
      told.add(field)
    }
  }
  if (!parsed.success || faults.length > 0) return { title, missing: [], faults }
  return { draft: parsed.data, title, missing: missingOf(parsed.data.content), faults }
}

const missingOf = ({ texts }: PracticeContent): string[] =>
  neededFields.filter(field => texts[field] === undefined)

const optional = <Key extends string, Value>(key: Key, value: Value | undefined) =>
  value === undefined ? {} : ({ [key]: value } as { [K in Key]: Value }) // one key, as given
const entry = (key: string, value: MultiText | undefined): [string, MultiText][] =>
  value ? [[key, value]] : []

function textOf(
  field: Parameters<typeof textColumn>[0],
  text: (column: Column) => string,
): MultiText | undefined {
  const entries = languages.flatMap((language): [Language, { text: string; state: 'draft' }][] => {
    const said = text(textColumn(field, language)).replace(/\r\n?/g, '\n')
    return said === '' ? [] : [[language, { text: said, state: 'draft' }]]
  })
  return entries.length > 0 ? Object.fromEntries(entries) : undefined
}

/** `A report, 2024, https://…`: an address and a year are found in it, the rest is its title. */
function sourceOf(line: string) {
  const url = /https?:\/\/\S+/.exec(line)?.[0].replace(/[.,;)]+$/, '')
  const rest = line.replace(url ?? '', ' ')
  const year = /(?<!\d)(19[89]\d|20\d\d)(?!\d)/.exec(rest)?.[1]
  const title = rest.replace(/[\s,;]+$/, '').trim()
  return {
    title: title === '' ? (url ?? '') : title,
    ...optional('url', url),
    ...optional('year', year === undefined ? undefined : Number(year)),
  }
}

const pieces = (text: string, by: RegExp): string[] =>
  text
    .split(by)
    .map(piece => piece.replace(/^[\s[\]•–-]+|[\s[\]]+$/g, ''))
    .filter(piece => piece !== '')

const factAt: Readonly<Record<string, FactColumn>> = {
  audience: 'audience',
  sex: 'sex',
  domains: 'domains',
  settings: 'settings',
  country: 'country',
  since: 'since',
  until: 'until',
  cost: 'cost',
  weeks: 'weeks',
  evidenceLevel: 'evidenceLevel',
  sources: 'sources',
}

function columnAt(pointer: string): Column {
  const path = pointer.split('/').slice(1)
  if (path[0] === 'audience') return 'readers'
  if (path[0] === 'licence') return 'licence'
  const own = (at: number): Language => languages.find(one => one === path[at]) ?? 'en'
  if (path[0] === 'organisation') return textColumn('organisation', own(1))
  if (path[1] === 'facts') {
    if (path[2] === 'ages') return path[3] === 'to' ? 'age_to' : 'age_from'
    return factAt[path[2] ?? ''] ?? 'domains'
  }
  const field = textFields.find(one => one === path[2]) ?? 'title'
  return textColumn(field, own(3))
}
