/** How plans of others are spelled: as they were entered, first come first. */
import { planKey } from '@kerege/contract/council/plans'
import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'

/** As the plan stands in actions and sessions, dropped ones too; empty where nothing names it. */
export async function namesOf(tx: Tx, plan: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select name from (
      select external_plan as name, created_at, id from council.actions where external_plan is not null
      union all select external_plan, created_at, id from council.sessions where external_plan is not null) n
    group by name order by min(created_at), min(id::text)`.execute(tx)
  const key = planKey(plan)
  return rows.flatMap(({ name }) => (planKey(name) === key ? [name] : []))
}

/** A plan that was named before keeps its spelling; a new one is taken as it is, with single spaces. */
export async function spelled(tx: Tx, plan: string | undefined): Promise<string | null> {
  if (plan === undefined) return null
  const [first] = await namesOf(tx, plan)
  return first ?? plan.replace(/\s+/g, ' ')
}
