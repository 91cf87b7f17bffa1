/** A thesaurus in a file, in whichever of its two forms: SKOS in Turtle, or a table. */
import type { Said } from '@kerege/contract/analysis/thesaurus/reading/entry'
import { readTable } from '@kerege/contract/analysis/thesaurus/reading/table'
import { readTurtle } from '@kerege/contract/analysis/thesaurus/reading/turtle'
import { readCsv } from './csv.ts'

export interface ThesaurusFile {
  readonly form: 'turtle' | 'table'
  readonly said: Said
}

export function readThesaurus(text: string): ThesaurusFile {
  if (isTurtle(text)) return { form: 'turtle', said: readTurtle(text) }
  const { rows, faults } = readCsv(new TextEncoder().encode(text))
  const said = readTable(rows)
  for (const { kind, line, column } of faults) said.remarks.fault(kind, { line, column: Math.max(column, 1) })
  return { form: 'table', said }
}

/** A table begins with names of columns; Turtle with a prefix, a remark or a name between angles. */
const isTurtle = (text: string): boolean =>
  /^[\s\ufeff]*(?:@prefix|@base|prefix\s|base\s|#|<)/i.test(text.slice(0, 2000))
