/**
 * How records are called. Slices that hold work about any record ask through this port, so that they need not know
 * what a person is; the composition root plugs the register in.
 */
import type { Context } from './context.ts'

/** Names of those records that are open to the actor; others are absent. */
export type Labels = (ctx: Context, ids: readonly string[]) => Promise<ReadonlyMap<string, string>>

/** For a node whose work is about no records of its own. */
export const noLabels: Labels = async () => new Map()

/** Records of two kinds under one question; an id is of one kind only. */
export const bothLabels =
  (one: Labels, other: Labels): Labels =>
  async (ctx, ids) => {
    const first = await one(ctx, ids)
    return new Map([
      ...first,
      ...(await other(
        ctx,
        ids.filter(id => !first.has(id)),
      )),
    ])
  }
