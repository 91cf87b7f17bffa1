/** One list as its page reads it. */
import type { ImportRow, ImportSummary, ManifestImport } from '@kerege/contract/repatriation/manifest/imports'
import type { FoundPerson } from '@kerege/contract/people/schema'
import type { Context } from '../../../platform/context.ts'
import { About, told } from './shapes.ts'
import { countsOf, type FoundImport, type FoundRow, getImport } from './store.ts'
import { ManifestMap } from '@kerege/contract/repatriation/manifest/schema'

export const aboutOf = (row: Pick<FoundImport, 'about'>) => About.parse(row.about)

export async function wholeImport(
  ctx: Context,
  id: string,
  language = ctx.actor.language,
): Promise<ManifestImport> {
  const row = await getImport(ctx, id)
  const { columns, sheets, familiesBy, families, problems, stayed, from } = aboutOf(row)
  ctx.trail.shown([id, row.operation_id])
  return {
    id,
    version: row.version,
    operationId: row.operation_id,
    state: row.state as ManifestImport['state'],
    map: ManifestMap.required().parse(row.map),
    columns,
    sheets,
    familiesBy,
    families: families.map(family => family.name),
    problems: told(language, problems),
    counts: await countsOf(ctx, id),
    ...(row.template === null ? {} : { template: row.template }),
    mappable: row.mappable,
    undoable: row.undoable,
    goesOn: from !== undefined,
    broughtBy: row.brought_by,
    broughtAt: row.brought_at,
    ...(row.imported_at === null ? {} : { importedAt: row.imported_at }),
    ...(stayed === undefined ? {} : { stayed }),
  }
}

export async function summaryOf(ctx: Context, row: FoundImport): Promise<ImportSummary> {
  const { rows, parked } = await countsOf(ctx, row.id)
  return {
    id: row.id,
    state: row.state as ImportSummary['state'],
    broughtBy: row.brought_by,
    broughtAt: row.brought_at,
    ...(row.imported_at === null ? {} : { importedAt: row.imported_at }),
    rows,
    parked,
  }
}

export function wholeRow(
  ctx: Context,
  row: FoundRow,
  families: readonly { name: string }[],
  lookAlikes: FoundPerson[],
  language = ctx.actor.language,
): ImportRow {
  return {
    id: row.id,
    version: row.version,
    row: row.row,
    cells: row.cells,
    family: row.family,
    familyName: families[row.family]?.name ?? '',
    person: row.person,
    problems: told(language, row.problems),
    alike: row.alike,
    lookAlikes,
    matched: row.look_alikes !== null,
    decision: row.decision,
    ...(row.same_as === null ? {} : { sameAs: row.same_as }),
    others: row.others,
    corrected: row.corrected,
    ...(row.person_id === null ? {} : { personId: row.person_id }),
  }
}
