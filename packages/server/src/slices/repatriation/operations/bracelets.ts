/** Numbers that people of a list wear. */
import type { Context } from '../../../platform/context.ts'

/** Lines by the number that they have. */
export async function wornIn(ctx: Context, operationId: string): Promise<Map<string, string>> {
  const found = await ctx.tx
    .selectFrom('repatriation.lines')
    .select(['id', 'bracelet'])
    .where('operation_id', '=', operationId)
    .where('bracelet', 'is not', null)
    .execute()
  return new Map(found.map(({ id, bracelet }) => [bracelet ?? '', id]))
}
