/** What every action on a paper leaves: in the log the ids, in the history of the person what stood there before. */
import { isDeepStrictEqual } from 'node:util'
import type { Context, Change } from '../../../platform/context.ts'
import type { FoundPaper } from './store.ts'

export function leave(
  ctx: Context,
  paper: { id: string; person_id: string },
  fields: readonly string[] = [],
): void {
  ctx.trail.touched(paper.id, fields)
  ctx.trail.shown([paper.person_id])
}

const kept = [
  'paper',
  'pathway',
  'office',
  'steps',
  'evidence',
  'blocks',
  'obstacle',
  'next_on',
  'responsible_id',
  'state',
  'state_since',
] as const

/** One field of the person's history: which paper it was, and of the rest only what changed. */
export function changed(
  ctx: Context,
  kind: Change['kind'],
  before: FoundPaper | undefined,
  after: FoundPaper,
): void {
  const fields = kept.filter(name => !isDeepStrictEqual(before?.[name] ?? null, after[name] ?? null))
  leave(ctx, after, fields)
  if (fields.length === 0) return
  const part = (row: FoundPaper) => ({
    id: row.id,
    fact: row.fact,
    ...Object.fromEntries(fields.map(name => [name, row[name]])),
  })
  ctx.trail.changed({
    personId: after.person_id,
    subjectId: after.person_id,
    compartment: 'identity',
    kind,
    version: after.version,
    changes: [{ field: 'papers', before: before ? part(before) : null, after: part(after) }],
  })
}
