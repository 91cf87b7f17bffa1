/** Row by row: put right, accepted or parked, and whether a look-alike is the same person. */
import { DomainError, type Fault, invalid } from '@kerege/contract/errors'
import { impossibleBirth } from '@kerege/contract/people/rules'
import type {
  CorrectRow,
  DecideMany,
  DecideRow,
  ImportRow,
  RowFilter,
} from '@kerege/contract/repatriation/manifest/imports'
import type { ProblemCode } from '@kerege/contract/repatriation/manifest/schema'
import { sql } from 'kysely'
import type { z } from 'zod'
import type { Context } from '../../../platform/context.ts'
import { compare, shownLookAlikes } from './matching.ts'
import { type FoundRow, getImport, isClean, lockImport, lockRow, moved, rowsOf } from './store.ts'
import { aboutOf, wholeRow } from './whole.ts'
import { today } from '../../../platform/localDay.ts'

export async function list(
  ctx: Context,
  importId: string,
  { view, after, limit, language }: z.infer<typeof RowFilter>,
) {
  const { families } = aboutOf(await getImport(ctx, importId))
  let query = rowsOf(ctx, importId).where('r.row', '>', after)
  if (view === 'accepted') query = query.where('r.decision', '=', 'accept')
  if (view === 'parked') query = query.where('r.decision', '=', 'park')
  if (view === 'open' || view === 'look') query = query.where('r.decision', '=', 'open')
  if (view === 'look') query = query.where(sql<boolean>`not (${isClean})`)
  const found = await query.limit(limit + 1).execute()
  const shown = found.slice(0, limit)
  const alike = await shownLookAlikes(ctx, shown)
  const last = shown.at(-1)
  ctx.trail.shown(shown.map(row => row.id))
  return {
    rows: shown.map(row => wholeRow(ctx, row, families, alike.get(row.id) ?? [], language)),
    ...(found.length > limit && last ? { next: String(last.row) } : {}),
  }
}

async function one(ctx: Context, importId: string, rowId: string): Promise<ImportRow> {
  const { families } = aboutOf(await getImport(ctx, importId))
  const row = await lockRow(ctx, importId, rowId)
  const alike = await shownLookAlikes(ctx, [row])
  return wholeRow(ctx, row, families, alike.get(row.id) ?? [])
}

/** Of what was said, this holds whatever a person writes. */
const lasting: readonly ProblemCode[] = ['duplicate-row', 'on-two-legs', 'row-hidden', 'encoding-guessed']

export async function correct(
  ctx: Context,
  importId: string,
  rowId: string,
  body: CorrectRow,
): Promise<ImportRow> {
  const list = await lockImport(ctx, importId)
  if (body.family >= aboutOf(list).families.length) throw invalid([{ pointer: '/family', code: 'not-found' }])
  const fault = impossibleBirth(body.person.birth, today(ctx))
  if (fault) throw invalid([{ pointer: '/person/birth', code: fault }])
  const row = await lockRow(ctx, importId, rowId)
  const problems = row.problems.filter(problem => lasting.includes(problem.code))
  await ctx.tx
    .updateTable('repatriation.import_rows')
    .set({
      person: JSON.stringify(body.person),
      family: body.family,
      problems: JSON.stringify(problems),
      corrected: true,
      decision: 'open',
      same_as: null,
      others: [],
      version: row.version + 1,
    })
    .where('id', '=', rowId)
    .execute()
  await compare(ctx, list.operation_id, [{ ...row, person: body.person, problems }])
  await moved(ctx, importId)
  ctx.trail.touched(rowId, ['person'])
  return one(ctx, importId, rowId)
}

/** @throws DomainError `invalid` with `row-stopped`, `look-alike-open` or `not-a-look-alike` */
export async function decide(
  ctx: Context,
  importId: string,
  rowId: string,
  body: z.infer<typeof DecideRow>,
): Promise<ImportRow> {
  await lockImport(ctx, importId)
  const row = await lockRow(ctx, importId, rowId)
  const known = new Set((row.look_alikes ?? []).map(one => one.id))
  const faults: Fault[] = []
  if (body.sameAs && !known.has(body.sameAs)) faults.push({ pointer: '/sameAs', code: 'not-a-look-alike' })
  if (body.others.some(id => !known.has(id) || id === body.sameAs))
    faults.push({ pointer: '/others', code: 'not-a-look-alike' })
  if (body.decision === 'accept')
    faults.push(...acceptFaults({ ...row, same_as: body.sameAs ?? null, others: body.others }))
  if (faults.length > 0) throw invalid(faults)
  await ctx.tx
    .updateTable('repatriation.import_rows')
    .set({
      decision: body.decision,
      same_as: body.sameAs ?? null,
      others: body.others,
      version: row.version + 1,
    })
    .where('id', '=', rowId)
    .execute()
  await moved(ctx, importId)
  ctx.trail.touched(rowId, ['decision'])
  if (body.sameAs) ctx.trail.touched(body.sameAs)
  return one(ctx, importId, rowId)
}

/** Nobody comes in who cannot, or of whom it is not said whether they are on the register. */
function acceptFaults(row: FoundRow): Fault[] {
  if (row.problems.some(problem => problem.level === 'stop'))
    return [{ pointer: '/decision', code: 'row-stopped' }]
  if (row.look_alikes === null) return [{ pointer: '/decision', code: 'row-not-compared' }]
  const open = row.look_alikes.some(one => !row.others.includes(one.id))
  return open && row.same_as === null ? [{ pointer: '/decision', code: 'look-alike-open' }] : []
}

export async function decideMany(
  ctx: Context,
  importId: string,
  { what }: z.infer<typeof DecideMany>,
): Promise<void> {
  await lockImport(ctx, importId)
  const condition = what === 'clean' ? isClean : sql<boolean>`true`
  const done = await sql`
    update repatriation.import_rows r set decision = ${what === 'clean' ? 'accept' : 'park'}, version = version + 1
     where r.import_id = ${importId}::uuid and r.decision = 'open' and ${condition}`.execute(ctx.tx)
  await moved(ctx, importId)
  ctx.trail.touched(importId)
  ctx.trail.counted('rows', Number(done.numAffectedRows ?? 0))
}

/** Everything accepted, nothing undecided. @throws DomainError `import-undecided`, `import-nobody` */
export function requireDecided(rows: readonly FoundRow[]): FoundRow[] {
  const open = rows.filter(row => row.decision === 'open').length
  if (open > 0) throw new DomainError('conflict', 'import-undecided', { rows: open })
  const accepted = rows.filter(row => row.decision === 'accept')
  if (accepted.length === 0) throw new DomainError('conflict', 'import-nobody')
  return accepted
}
