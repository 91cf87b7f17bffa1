/** Changes of the thesaurus, each one step that keeps what stood before it. One after the other: a step is based on the whole. */
import { concepts as shipped, type Concept, stateOf } from '@kerege/contract/analysis/thesaurus/concepts'
import { DomainError, notFound } from '@kerege/contract/errors'
import { languages } from '@kerege/contract/common'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { newId } from '../../../platform/ids.ts'
import { currentThesaurus, ownRows, type OwnRow } from './current.ts'

type Row = Omit<OwnRow, 'removed_at'> & { removed_at: string | null }

/** What becomes of one concept: its new words, taken out, or as a step before had it (null: as the program brings it). */
export type Change =
  | { readonly id: string; readonly to: Concept }
  | { readonly id: string; readonly removed: Concept }
  | { readonly id: string; readonly back: Row | null }

interface Step {
  readonly kind: 'edit' | 'removal' | 'import' | 'undo'
  readonly reason?: string
  readonly changes: readonly Change[]
  readonly added: number
  readonly changed: number
  readonly removed: number
}

/** Whoever changes it waits for whoever is at it. */
export const lockThesaurus = (ctx: Context) => sql`select pg_advisory_xact_lock(53, 1)`.execute(ctx.tx)

export async function writeStep(ctx: Context, { changes, kind, reason, ...counts }: Step): Promise<void> {
  const rows = new Map((await ownRows(ctx.tx)).map(row => [row.code, asKept(row)]))
  const { version } = await currentThesaurus(ctx.tx)
  const now = ctx.now.toISOString()
  for (const change of changes) {
    const next = (rows.get(change.id)?.version ?? 0) + 1
    if ('back' in change && change.back === null) {
      await ctx.tx.deleteFrom('practices.concepts').where('code', '=', change.id).execute()
      continue
    }
    const row = rowOf(change, now)
    const columns = {
      labels: JSON.stringify(row.labels),
      alternatives: JSON.stringify(row.alternatives),
      broader: row.broader,
      related: row.related,
      removed_at: row.removed_at,
      version: next,
      updated_at: ctx.now,
    }
    await ctx.tx
      .insertInto('practices.concepts')
      .values({ code: change.id, ...columns })
      .onConflict(conflict => conflict.column('code').doUpdateSet(columns))
      .execute()
  }
  const id = newId(ctx.now.getTime())
  await ctx.tx
    .insertInto('practices.thesaurus_steps')
    .values({
      id,
      number: version + 1,
      kind,
      reason: reason ?? null,
      account_id: ctx.actor.account,
      at: ctx.now,
      ...counts,
      before: JSON.stringify(changes.map(one => ({ code: one.id, row: rows.get(one.id) ?? null }))),
    })
    .execute()
  ctx.trail.touched(id)
  ctx.trail.counted('concepts', changes.length)
}

const asKept = (row: OwnRow): Row => ({
  ...row,
  removed_at: row.removed_at === null ? null : new Date(row.removed_at).toISOString(),
})

function rowOf(change: Change, now: string): Omit<Row, 'version' | 'code'> {
  if ('to' in change) return { ...columnsOf(change.to), removed_at: null }
  if ('removed' in change) return { ...columnsOf(change.removed), removed_at: now }
  if (change.back === null) throw new TypeError('nothing to write') // deleted above
  return change.back
}

const columnsOf = (concept: Concept) => ({
  labels: Object.fromEntries(
    languages.flatMap(one => {
      const [text] = concept.labels[one]
      return text === undefined ? [] : [[one, { text, state: stateOf(concept, one) }]]
    }),
  ),
  alternatives: Object.fromEntries(
    languages.flatMap(one => {
      const [, ...others] = concept.labels[one]
      return others.length === 0 ? [] : [[one, others]]
    }),
  ),
  broader: concept.broader ?? null,
  related: [...(concept.related ?? [])],
})

/** @throws DomainError `not-the-last-step` where another step stands after it, `concept-in-use` where practices have what would go */
export async function undo(ctx: Context, id: string, reason: string): Promise<void> {
  await lockThesaurus(ctx)
  const step = await ctx.tx
    .selectFrom('practices.thesaurus_steps')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  if (!step) throw notFound()
  if ((await lastStanding(ctx)) !== id) throw new DomainError('conflict', 'not-the-last-step')
  const before = step.before as { code: string; row: Row | null }[] // as `writeStep` wrote it
  const known = new Set(shipped.map(concept => concept.id))
  const { analyser } = await currentThesaurus(ctx.tx)
  const stays = ({ code, row }: (typeof before)[number]) => (row ? row.removed_at === null : known.has(code))
  const going = before.filter(one => analyser.byId.has(one.code) && !stays(one)).map(({ code }) => code)
  const uses = await usesOf(ctx)
  const used = going.find(code => uses.has(code))
  if (used !== undefined) throw new DomainError('conflict', 'concept-in-use', { concept: used })
  await writeStep(ctx, {
    kind: 'undo',
    reason,
    changes: before.map(({ code, row }) => ({ id: code, back: row })),
    added: before.filter(one => stays(one) && !analyser.byId.has(one.code)).length,
    changed: before.filter(one => stays(one) && analyser.byId.has(one.code)).length,
    removed: going.length,
  })
  await ctx.tx
    .updateTable('practices.thesaurus_steps')
    .set({ undone_at: ctx.now })
    .where('id', '=', id)
    .execute()
}

/** What undid something is not undone itself: whoever wants it back does it again. */
export async function lastStanding(ctx: Context): Promise<string | undefined> {
  const row = await ctx.tx
    .selectFrom('practices.thesaurus_steps')
    .select('id')
    .where('kind', '<>', 'undo')
    .where('undone_at', 'is', null)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.id
}

export async function usesOf(ctx: Context): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ code: string; uses: number }>`
    select code, uses from practices.concept_uses()`.execute(ctx.tx)
  return new Map(rows.map(row => [row.code, row.uses]))
}
