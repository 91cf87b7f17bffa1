/** Two records beside each other before anybody decides: only what is open to the reader in both. */
import { toldTo } from '@kerege/contract/people/duplicates/clashes'
import { compartmentOf, differing } from '@kerege/contract/people/duplicates/rules'
import type { Moves, Pair } from '@kerege/contract/people/duplicates/merges'
import type { z } from 'zod'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import * as people from '../store.ts'
import { clashesOf, openInBoth } from './clashes.ts'
import { homesOf } from './store.ts'
import { readWhole } from './whole.ts'

export async function compare(ctx: Context, one: string, other: string): Promise<Pair> {
  const [a, b] = [await people.get(ctx.tx, one), await people.get(ctx.tx, other)]
  const [mine, theirs] = [await readWhole(ctx.tx, one), await readWhole(ctx.tx, other)]
  const open = await openInBoth(ctx, one, other)
  const found = await clashesOf(ctx, { id: one, whole: mine.whole }, { id: other, whole: theirs.whole })
  const homes = await homesOf(ctx.tx, one, other)
  ctx.trail.shown([one, other])
  return {
    one,
    other,
    oneVersion: a.version,
    otherVersion: b.version,
    open,
    differing: differing(mine.whole, theirs.whole).filter(field => open.includes(compartmentOf(field))),
    clashes: toldTo(open, found),
    ...(homes ? { homes } : {}),
    moves: { one: await movesOf(ctx, one), other: await movesOf(ctx, other) },
  }
}

/** Counted under the reader's own policies: what is not open to them moves too, and is not told. */
async function movesOf(ctx: Context, id: string): Promise<z.infer<typeof Moves>> {
  const found = await sql<z.infer<typeof Moves>>`
    select (select count(*)::int from documents.documents where subject_id = ${id}::uuid) as documents,
           (select count(*)::int from tasks.tasks where subject_id = ${id}::uuid) as tasks,
           (select count(distinct account_id)::int from access.grants
             where subject_id = ${id}::uuid and kind <> 'glass' and (valid_to is null or valid_to > ${ctx.now.toISOString()}::timestamptz)) as grants`.execute(
    ctx.tx,
  )
  return found.rows[0] ?? { documents: 0, tasks: 0, grants: 0 }
}
