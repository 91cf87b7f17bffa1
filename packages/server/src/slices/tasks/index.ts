/** The door of tasks. */
import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import { rowsMover } from '../../platform/moves.ts'

export { make as makeTask, makeByProgram } from './actions.ts'
export { requireOwner as requireTaskOwner } from './policy.ts'
export { finish } from './endings.ts'
export { taskJobs } from './reminders.ts'
export { taskHandlers } from './routes.ts'

/** Takes away all work about records, whoever owns it; for erasure. */
export const eraseTasksAbout = (tx: Tx, subjects: readonly string[]) =>
  sql`select tasks.erase_about(id) from unnest(${subjects}::uuid[]) as id`.execute(tx)

/** Work about one record becomes work about another, when both are one person; `only` names what goes back again. */
export const moveTasks = rowsMover('tasks')
