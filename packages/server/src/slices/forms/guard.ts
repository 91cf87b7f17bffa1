/** What forms know of a case: whether the first talk was handed in. The step asks for it and does not wait for it. */
import { sql } from 'kysely'
import type { GuardFill } from '../cases/index.ts'

export const intakeTaken: GuardFill = {
  guards: ['intake-form'],
  of: async (ctx, cases) => {
    const { rows } = await sql<{ id: string }>`
      select t as id from forms.intake_taken(${cases.map(one => one.id)}::uuid[]) t`.execute(ctx.tx)
    const taken = new Set(rows.map(row => row.id))
    return new Map(cases.map(one => [one.id, { 'intake-form': taken.has(one.id) }]))
  },
}
