/** What every action on a line leaves: in the log the ids, in the history of the person what stood there before. */
import type { Context } from '../../../platform/context.ts'
import type { FoundLine } from './list.ts'

const kept = ['family_id', 'head', 'carer_id', 'bracelet', 'for_country', 'basis', 'state'] as const

/** Sealed in the journey of the person. */
export function trace(
  ctx: Context,
  kind: 'created' | 'update',
  before: FoundLine | undefined,
  after: FoundLine,
) {
  const fields = kept.filter(name => (before?.[name] ?? null) !== (after[name] ?? null))
  ctx.trail.touched(after.id, fields)
  ctx.trail.shown([after.operation_id, after.person_id])
  if (fields.length === 0) return
  const part = (row: FoundLine) => ({
    operationId: row.operation_id,
    ...Object.fromEntries(fields.map(name => [name, row[name]])),
  })
  ctx.trail.changed({
    personId: after.person_id,
    subjectId: after.person_id,
    compartment: 'journey',
    kind,
    version: after.version,
    changes: [{ field: 'operation', before: before ? part(before) : null, after: part(after) }],
  })
}
