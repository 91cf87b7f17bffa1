/** A batch that came in is taken back as one: the list stands as before, and its rows are open again. */
import { DomainError } from '@kerege/contract/errors'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { eraseWhole } from '../../people/index.ts'
import { shareList } from '../operations/staff.ts'
import { lock } from '../operations/store.ts'
import { lockImport, moved, rowsOf } from './store.ts'

/**
 * Takes the batch back: lines, families, and persons that it had put on the register. With whom somebody has worked since, that
 * one stays, and it is said how many. The rows are open again, with all that was decided.
 * @throws DomainError `import-frozen` once a list was frozen with them
 */
export async function undo(ctx: Context, importId: string, reason: string): Promise<void> {
  const list = await lockImport(ctx, importId, 'imported')
  const operation = await lock(ctx, list.operation_id, 'keep')
  if (!list.undoable) throw new DomainError('conflict', 'import-frozen')
  const found = await sql<{ row_id: string; line_id: string; person_id: string; made: boolean }>`
    select * from repatriation.untouched(${importId}::uuid)`.execute(ctx.tx)
  const brought = (await rowsOf(ctx, importId).where('r.person_id', 'is not', null).execute()).length
  const ids = (of: 'row_id' | 'line_id') => found.rows.map(row => row[of])
  // First the row lets go of the person: it would go with them, and the file's own text is to stay.
  await sql`update repatriation.import_rows set person_id = null, line_id = null, made = false
    where id = any (${ids('row_id')}::uuid[])`.execute(ctx.tx)
  await sql`select repatriation.end_given(${operation.id}::uuid, ${found.rows.map(row => row.person_id)}::uuid[],
    ${ctx.now.toISOString()}::timestamptz)`.execute(ctx.tx)
  await sql`delete from repatriation.lines where id = any (${ids('line_id')}::uuid[])`.execute(ctx.tx)
  await eraseWhole(
    ctx,
    found.rows.flatMap(row => (row.made ? [row.person_id] : [])),
  )
  const stayed = brought - found.rows.length
  await ctx.tx
    .updateTable('repatriation.imports')
    .set({
      state: 'open',
      imported_by: null,
      imported_at: null,
      about: sql`jsonb_set(about, '{stayed}', to_jsonb(${stayed}::int))`,
    })
    .where('id', '=', importId)
    .execute()
  await moved(ctx, importId)
  await shareList(ctx, operation.id)
  ctx.trail.touched(importId)
  ctx.trail.counted('people', found.rows.length)
  ctx.trail.because(reason)
}
