/** The matrix as a file: the list under its filter by the export of the house, and the sheet that one fills in. */
import { type Language, languages } from '@kerege/contract/common'
import {
  activityKinds,
  budgetBands,
  initiativeStatuses,
  matrixStates,
  targetGroups,
} from '@kerege/contract/council/initiatives/codes'
import type * as routes from '@kerege/contract/council/initiatives/routes'
import { InitiativeFilter } from '@kerege/contract/council/initiatives/schema'
import type { Parsed } from '@kerege/contract/route'
import type { Context } from '../../../platform/context.ts'
import { fetched } from '../../../platform/exports/cursor.ts'
import { type Batch, exportSource } from '../../../platform/exports/source.ts'
import { xlsxOf } from '../../../platform/exports/xlsx.ts'
import type { Outflow } from '../../../platform/handler.ts'
import { hindranceOf, keepingRights } from './rights.ts'
import { inOrder, sheetNames, writeCells } from './sheet/cells.ts'
import { headings, wordFor } from './sheet/columns.ts'
import * as store from './store.ts'
import { words } from './words.ts'

export const initiativesExport = exportSource({
  of: 'initiatives',
  access: 'council.read',
  query: InitiativeFilter,
  title: language => words(language, 'title'),
  columns: headings,
  batches,
})

async function* batches(ctx: Context, filter: InitiativeFilter, language: Language): AsyncGenerator<Batch> {
  const names = await sheetNames(ctx.tx)
  const all = store.filtered(ctx.tx, filter).orderBy('i.from_day', 'desc').orderBy('i.id', 'desc')
  for await (const found of fetched(ctx, all)) {
    yield {
      shown: found.map(row => row.id),
      rows: found.map(row => inOrder(writeCells(row.id, store.contentOf(row), names, language))),
    }
  }
}

/** Everybody may take their own rows home to fill in: no reason is asked for what one has said oneself. */
export async function sheet(
  ctx: Context,
  { rows, language }: Parsed<typeof routes.initiativeSheet>['query'],
): Promise<Outflow> {
  const names = await sheetNames(ctx.tx)
  const rights = await keepingRights(ctx)
  const mine =
    rows === 'none'
      ? []
      : (await store.current(ctx.tx)).filter(row => hindranceOf(rights, store.contentOf(row)) === null)
  ctx.trail.shown(mine.map(row => row.id))
  ctx.trail.counted('rows', mine.length)
  const cells = mine.map(row => inOrder(writeCells(row.id, store.contentOf(row), names, language)))
  const one = async function* () {
    yield cells
  }
  return {
    contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    fileName: 'initiatives.xlsx',
    chunks: xlsxOf({
      title: words(language, 'title'),
      columns: headings(language),
      aboutTitle: words(language, 'help'),
      about: helpLines(language, names),
      batches: one(),
    }),
  }
}

/** What may stand in which column, in front of the rows: nobody should have to ask. */
function helpLines(language: Language, names: Awaited<ReturnType<typeof sheetNames>>): [string, string][] {
  const list = (of: Parameters<typeof wordFor>[0], codes: readonly string[]) =>
    codes.map(code => wordFor(of, code, language)).join(' · ')
  const column = (of: string) => words(language, `column.${of}`)
  return [
    [words(language, 'help.rule'), words(language, 'help.ruleText')],
    [words(language, 'help.persons'), words(language, 'help.personsText')],
    [column('id'), words(language, 'help.id')],
    [column('title'), languages.join(' · ')],
    [
      column('pillar'),
      names.pillars
        .map(one => `${one.code} (${(one.name[language] ?? one.name.en)?.text ?? ''})`)
        .join(' · '),
    ],
    [column('lead'), [...names.parties.values()].map(one => one.code).join(' · ')],
    [column('places'), `${list('state', matrixStates)} · ${words(language, 'help.places')}`],
    [column('status'), list('status', initiativeStatuses)],
    [column('kind'), list('kind', activityKinds)],
    [column('groups'), list('group', targetGroups)],
    [column('from'), words(language, 'help.days')],
    [column('budget'), list('budget', budgetBands)],
    [column('public'), list('public', ['yes', 'no'])],
  ]
}
